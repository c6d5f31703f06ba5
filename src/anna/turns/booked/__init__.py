"""What stands in the agenda, or is held for a deposit, spoken of in words that begin no flow."""

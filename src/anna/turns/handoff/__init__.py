"""While a person of the team is called for and has not come."""

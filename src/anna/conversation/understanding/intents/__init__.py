"""What a message asks, wants or answers, each by rules of its own that know nothing of the conversation."""

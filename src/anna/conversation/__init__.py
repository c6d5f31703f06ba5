"""The conversation: what a message means, where it belongs, what is answered."""

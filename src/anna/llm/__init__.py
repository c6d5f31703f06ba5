"""What a chat model is: what it is asked, what it answers, what that costs, and how much of it a client may use."""

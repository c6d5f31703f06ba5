"""What must be handled with care: dangers, conditions, conduct, and what only sounds like them."""

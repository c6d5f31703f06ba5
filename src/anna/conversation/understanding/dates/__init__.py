"""Days and hours: how they are said, what they mean on a calendar, and which of them are wished for."""

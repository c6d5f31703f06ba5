"""What a message answers to the question Anna had open."""

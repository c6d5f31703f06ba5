"""What a message names: procedures, people, telephones."""

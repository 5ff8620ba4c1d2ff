"""What is said: screens, button data, language, and the turn a handler gets."""

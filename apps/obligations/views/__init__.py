"""Views of the review: the screen, and the acts on it."""

"""The web app: pages draw, steps do."""

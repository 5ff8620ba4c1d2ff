"""Screens: a domain value becomes text and buttons. Pure functions."""

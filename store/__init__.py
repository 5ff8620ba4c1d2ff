"""What is kept: SQLite through SQLAlchemy, with the sensitive columns sealed."""

"""A Telegram of one's own: the Bot API over HTTP, phones side by side on a page, and a clock to wind."""

"""The front door: settings, assembly, what comes in from Telegram and what goes out to it."""

"""Bad input at volume: whatever people, tampered apps and Telegram itself may send."""

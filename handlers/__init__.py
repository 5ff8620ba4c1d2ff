"""What happens when somebody writes or taps."""

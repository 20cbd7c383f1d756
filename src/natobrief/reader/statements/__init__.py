"""What one speaker says on one occasion: form, occasion, audience, topic."""

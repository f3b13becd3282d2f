"""The values that pass between the phases: frozen, without behaviour beyond their own."""

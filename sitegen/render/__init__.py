"""Pages: views are made from the linked publication, and templates set them in HTML."""

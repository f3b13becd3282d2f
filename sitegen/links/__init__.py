"""Links: the built tree checked; external addresses asked, judged, remembered, archived."""

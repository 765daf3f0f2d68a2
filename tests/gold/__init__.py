"""The gold set: reviews coded by hand, and how well extraction reads them."""

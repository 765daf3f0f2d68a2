"""Pictures of one review as SVG: each a pure function of a Review, with the same bytes every time.

Nothing in a picture comes from the network and no script is inside. They are written with lxml, which was
weighed against the libraries that draw: drawsvg 2.4 and svg.py 1.10 write attribute values as they are
given, so that a quotation mark in a report would break a label or smuggle in an attribute; svgwrite escapes
but has had no release since 2022; matplotlib gives a mark neither link nor title, and altair needs a
browser's engine to lay out. lxml escapes whatever it is given, refuses what is no XML, is typed and is here
anyway to read documents; the layout is geometry of our own in either case.
"""

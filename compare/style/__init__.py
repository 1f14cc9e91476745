"""House style: the words one body uses in its minutes, as data; how they are found in a text; the rules' word lists."""

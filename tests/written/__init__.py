"""Small files of word processors that the tests write by hand: OpenDocument and Rich Text."""

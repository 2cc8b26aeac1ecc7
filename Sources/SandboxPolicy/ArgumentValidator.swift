/// Turns what a caller gave into ``ArgumentValues``.
public enum ArgumentValidator {}

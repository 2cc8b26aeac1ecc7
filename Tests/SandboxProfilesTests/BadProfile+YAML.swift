extension BadProfile {
  /// Documents that are more, or less, than YAML of the plain kind.
  static let yaml: [BadProfile] = [
    BadProfile(
      "an anchor is refused",
      text: """
        summary: &a s
        operations: {}

        """,
      [
        "1:10: an anchor; a profile has none"
      ]),
    BadProfile(
      "an alias is refused",
      text: """
        summary: *a
        operations: {}

        """,
      [
        "1:10: an alias; a profile has none"
      ]),
    BadProfile(
      "a tag is refused",
      text: """
        summary: !!str s
        operations: {}

        """,
      [
        "1:10: a tag; a profile has none"
      ]),
    BadProfile(
      "a non-specific tag is refused",
      text: """
        summary: ! s
        operations: {}

        """,
      [
        "1:10: a tag; a profile has none"
      ]),
    BadProfile(
      "a billion laughs are refused",
      text: """
        a: &a [x, x]
        b: &b [*a, *a]
        c: &c [*b, *b]
        ? *c
        : x

        """,
      [
        "1:4: an anchor; a profile has none"
      ]),
    BadProfile(
      "a directive is refused",
      text: """
        %YAML 1.1
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "1:1: a YAML directive; a profile has none"
      ]),
    BadProfile(
      "a second document is refused",
      text: """
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        ---
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "7:1: another document; a profile is a single one"
      ]),
    BadProfile(
      "the end of a document is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        ...

        """,
      [
        "6:1: the end of a document; a profile is a single one"
      ]),
    BadProfile(
      "a key that is a list is refused",
      text: """
        [a, b]: c

        """,
      [
        "1:1: a key has to be a text"
      ]),
    BadProfile(
      "an explicit key is refused",
      text: """
        ? a
        : b

        """,
      [
        "1:1: a ? for a key; write the key and a colon"
      ]),
    BadProfile(
      "deep nesting is refused",
      text: """
        summary: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

        """,
      [
        "1:25: lists and maps are nested more than 16 deep"
      ]),
    BadProfile(
      "deep nesting of blocks is refused",
      text: """
        - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - x

        """,
      [
        "1:33: lists and maps are nested more than 16 deep"
      ]),
    BadProfile(
      "a plain text in two lines is refused",
      text: """
        summary: a
          b
        operations: {}

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
    BadProfile(
      "a plain text in two lines of a flow is refused",
      text: """
        summary: [a
          b]

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
    BadProfile(
      "a quote that never ends is refused",
      text: """
        summary: "a

        """,
      [
        "2:1: not YAML: found unexpected end of stream while scanning a quoted scalar"
      ]),
    BadProfile(
      "a map that never ends is refused",
      text: """
        summary: {a

        """,
      [
        "2:1: not YAML: did not find expected ',' or '}' while parsing a flow mapping"
      ]),
    BadProfile(
      "an indicator that YAML reserves is refused",
      text: """
        summary: @system

        """,
      [
        "1:10: not YAML: found character that cannot start any token while scanning for the next token"
      ]),
    BadProfile(
      "a stray bracket is refused",
      text: """
        summary: ]

        """,
      [
        "1:10: not YAML: did not find expected node content while parsing a block node"
      ]),
    BadProfile(
      "a map in a map on one line is refused",
      text: """
        summary: a: b

        """,
      [
        "1:11: not YAML: mapping values are not allowed in this context"
      ]),
    BadProfile(
      "a wrong indentation is refused",
      text: """
        summary: s
          operations: {}

        """,
      [
        "2:3: a plain text goes on in this line; indent the line less, or put the text between quotes"
      ]),
  ]
}

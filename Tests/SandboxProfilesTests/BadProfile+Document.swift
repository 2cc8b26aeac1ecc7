extension BadProfile {
  /// Mistakes that concern the document as a whole.
  static let document: [BadProfile] = [
    BadProfile(
      "an empty file is refused", text: "",
      ["1:1: the file is empty"]),
    BadProfile(
      "a comment alone is refused",
      text: """
        # nothing

        """,
      [
        "1:1: the file is empty"
      ]),
    BadProfile(
      "a profile is a map",
      text: """
        - a

        """,
      [
        "1:1: a profile has to be a map, not a list"
      ]),
    BadProfile(
      "a profile has operations",
      text: """
        summary: s

        """,
      [
        "1:1: operations is missing"
      ]),
    BadProfile(
      "operations are not empty",
      text: """
        summary: s
        operations: {}

        """,
      [
        "2:1: operations is empty"
      ]),
    BadProfile(
      "an operation's name is checked",
      text: """
        summary: s
        operations:
          Add: { summary: s, run: [/usr/bin/true] }
          a_b: { summary: s, run: [/usr/bin/true] }

        """,
      [
        "3:3: Add is not the name of an operation: 1 to 64 of a-z, 0-9 and -, not beginning with -",
        "4:3: a_b is not the name of an operation: 1 to 64 of a-z, 0-9 and -, not beginning with -",
      ]),
    BadProfile(
      "an operation is a map",
      text: """
        summary: s
        operations:
          a: b

        """,
      [
        "3:6: an operation has to be a map, not a text"
      ]),
    BadProfile(
      "an unknown key of a profile is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        operation: x

        """,
      [
        "6:1: unknown key operation in a profile; did you mean operations?"
      ]),
    BadProfile(
      "a merge key is no key",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
          b:
            <<: x
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "7:5: unknown key \"<<\" in an operation"
      ]),
    BadProfile(
      "a byte order mark is refused",
      text: """
        \u{FEFF}summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]

        """,
      [
        "1:1: a byte order mark; save the file as UTF-8 without one"
      ]),
    BadProfile(
      "a carriage return is refused",
      text: "summary: s\r\noperations:\r\n  a:\r\n    summary: s\r\n    run: [/usr/bin/true]\r\n",
      ["1:11: a carriage return; end lines with a line feed alone"]),
    BadProfile(
      "a tab is refused", text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n\tx: y\n",
      ["6:1: a tab; use spaces, and \\t between double quotes"]),
    BadProfile(
      "a NUL byte is refused", text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n# \0\n",
      ["6:3: a control character"]),
    BadProfile(
      "an escape character is refused",
      text: "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n# \u{1B}[31m\n",
      ["6:3: a control character"]),
    BadProfile(
      "a character that turns the text round is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        # \u{202E}

        """,
      [
        "6:3: an invisible character"
      ]),
    BadProfile(
      "a Unicode line separator is refused",
      text: """
        summary: s
        operations:
          a:
            summary: s
            run: [/usr/bin/true]
        # a\u{2028}b

        """,
      [
        "6:4: a Unicode line separator; end lines with a line feed"
      ]),
    BadProfile(
      "a long line is refused", text: Self.smallest + "#" + String(repeating: "x", count: 4096) + "\n",
      ["6:1: the line is longer than 4096 bytes"]),
  ]
}

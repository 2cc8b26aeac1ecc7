extension BadProfile {
  /// Mistakes in defaults, templates and examples.
  static let templates: [BadProfile] = [
    BadProfile(
      "a default is of its type",
      operation: """
        summary: s
        arguments: { a: { type: port, default: "0" } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:44: default: argument a: \"0\" is not a port from 1 to 65535"
      ]),
    BadProfile(
      "a default and optional exclude each other",
      operation: """
        summary: s
        arguments: { a: { type: port, default: "1", optional: true } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:49: argument a has a default, so it is never left out; drop optional or default"
      ]),
    BadProfile(
      "a flag has neither default nor secret",
      operation: """
        summary: s
        arguments: { a: { type: flag, default: x, secret: true, optional: true } }
        run: [/usr/bin/true, "{a}"]
        """,
      [
        "5:35: argument a is a flag, which has no default",
        "5:47: argument a is a flag, which has no value to hide",
        "5:61: argument a is a flag, which may always be left out",
        "6:28: argument a is secret; in run others could see it, only input and with hide it",
      ]),
    BadProfile(
      "a secret has no default",
      operation: """
        summary: s
        arguments: { a: { type: text, default: x, secret: true } }
        run: [/usr/bin/true]
        input: { text: "{a}" }
        """,
      [
        "5:35: argument a is secret, but everybody who reads the profile knows its default"
      ]),
    BadProfile(
      "a secret stays out of argv, environment and files",
      operation: """
        summary: s
        arguments: { a: { type: text, secret: true } }
        run: [/usr/bin/true, "{a}"]
        environment: { A: "{a}" }
        files: { read: ["/srv/{a}"] }
        """,
      [
        "6:28: argument a is secret; in run others could see it, only input and with hide it",
        "7:25: argument a is secret; in environment A others could see it, only input and with hide it",
        "8:28: argument a is secret; in files.read others could see it, only input and with hide it",
      ]),
    BadProfile(
      "an optional argument leaves no directory behind",
      operation: """
        summary: s
        arguments: { a: { type: path, under: /srv, optional: true } }
        run: [/usr/bin/true]
        directory: "{a}"
        """,
      [
        "7:18: argument a may be left out, and then directory would have no value; give it a default"
      ]),
    BadProfile(
      "a path in argv is in files",
      operation: """
        summary: s
        arguments: { image: { type: path, under: /srv } }
        run: [/usr/bin/true, "{image}"]
        """,
      [
        "6:26: argument image is not in files: the command could not open it"
      ]),
    BadProfile(
      "a path argument begins its path",
      operation: """
        summary: s
        arguments: { a: { type: path, under: /srv } }
        run: [/usr/bin/true, "{a}"]
        files: { read: ["/x{a}"] }
        """,
      [
        "7:25: argument a is a whole path; nothing can stand before it"
      ]),
    BadProfile(
      "a network is no part of a path",
      operation: """
        summary: s
        arguments: { a: network }
        run: [/usr/bin/true]
        files: { read: ["/srv/{a}"] }
        """,
      [
        "7:28: argument a is of type network; a path can't contain it"
      ]),
    BadProfile(
      "every word of one-of keeps a path plain",
      operation: """
        summary: s
        arguments: { a: { one-of: [x, ../y] } }
        run: [/usr/bin/true]
        files: { read: ["/srv/{a}"] }
        """,
      [
        "7:21: files.read: \"/srv/{a}\", for example as /srv/../y, has the component .. in it"
      ]),
    BadProfile(
      "an example has a verdict",
      operation: """
        summary: s
        run: [/usr/bin/true]
        examples: [{ arguments: {} }, { succeeds: true, refused: true }, { succeeds: false }]
        """,
      [
        "6:16: an example has either succeeds: true or refused: true",
        "6:35: an example has either succeeds: true or refused: true",
        "6:82: succeeds is true, or it isn't there",
      ]),
    BadProfile(
      "an example that succeeds is accepted",
      operation: """
        summary: s
        arguments: { a: port }
        run: [/usr/bin/true, "{a}"]
        examples:
          - arguments: { a: "0" }
            succeeds: true
        """,
      [
        "8:9: this example would be refused: argument a: \"0\" is not a port from 1 to 65535"
      ]),
    BadProfile(
      "an example's input is read",
      operation: """
        summary: s
        run: [/usr/bin/true]
        examples: [{ input: x, succeeds: true }]
        """,
      [
        "6:18: the operation reads no input of its caller; give it input: caller, or drop this"
      ]),
    BadProfile(
      "an example has only its own keys",
      operation: """
        summary: s
        run: [/usr/bin/true]
        examples: [{ argument: {}, succeeds: true }]
        """,
      [
        "6:18: unknown key argument in an example; did you mean arguments?"
      ]),
    BadProfile(
      "an example's argument is a text",
      operation: """
        summary: s
        run: [/usr/bin/true]
        examples: [{ arguments: { a: { b: c } }, refused: true }]
        """,
      [
        "6:34: an argument has to be a text, not a map"
      ]),
    BadProfile(
      "a value has to be there",
      operation: """
        summary: s
        run: [/usr/bin/true]
        user:
        capabilities:
        files:
        """,
      [
        "6:10: user has no value",
        "7:18: capabilities has no value",
        "8:11: files has no value",
      ]),
    BadProfile(
      "a NUL is refused",
      operation: """
        summary: s
        run: [/usr/bin/true, "a\\0b"]
        """,
      [
        "5:26: run holds a NUL"
      ]),
    BadProfile(
      "all mistakes are reported in order",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: 0s
        user: rot
        capabilities: [net_admn, chwn]
        network: hots
        """,
      [
        "6:14: timeout is 0s; it has to be 1ms to 24h",
        "7:11: unknown user rot; did you mean root?",
        "8:20: unknown capability net_admn; did you mean net_admin?",
        "8:30: unknown capability chwn; did you mean chown?",
        "9:14: unknown network hots; did you mean host?",
      ]),
  ]
}

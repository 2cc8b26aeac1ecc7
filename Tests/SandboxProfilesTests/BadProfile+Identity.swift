extension BadProfile {
  /// Mistakes in identity, network and namespaces.
  static let identity: [BadProfile] = [
    BadProfile(
      "an unknown capability is refused with a suggestion",
      operation: """
        summary: s
        run: [/usr/bin/true]
        capabilities: [net_admn]
        """,
      [
        "6:20: unknown capability net_admn; did you mean net_admin?"
      ]),
    BadProfile(
      "a capability is written without CAP_",
      operation: """
        summary: s
        run: [/usr/bin/true]
        capabilities: [CAP_NET_ADMIN]
        """,
      [
        "6:20: unknown capability CAP_NET_ADMIN; did you mean net_admin?"
      ]),
    BadProfile(
      "a capability stands there once",
      operation: """
        summary: s
        run: [/usr/bin/true]
        capabilities: [chown, chown]
        """,
      [
        "6:27: capability chown is in the list already"
      ]),
    BadProfile(
      "capabilities are a list",
      operation: """
        summary: s
        run: [/usr/bin/true]
        capabilities: net_admin
        """,
      [
        "6:19: capabilities has to be a list: [net_admin]"
      ]),
    BadProfile(
      "a caller has a kind",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: [nova]
        """,
      [
        "6:15: nova is not a caller: user:NAME, group:NAME, uid:N, gid:N or any"
      ]),
    BadProfile(
      "a caller's user is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: ["user:rooot"]
        """,
      [
        "6:21: unknown user rooot; did you mean root?"
      ]),
    BadProfile(
      "a caller's group is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: ["group:nobody-here"]
        """,
      [
        "6:22: unknown group nobody-here"
      ]),
    BadProfile(
      "a caller's number is in range",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: ["uid:4294967295", "gid:-1", "uid:01"]
        """,
      [
        "6:20: 4294967295 is not a uid: 0 to 4294967294",
        "6:38: -1 is not a gid: 0 to 4294967294",
        "6:48: 01 is not a uid: 0 to 4294967294",
      ]),
    BadProfile(
      "a caller stands there once",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: ["uid:0", "user:root"]
        """,
      [
        "6:24: this caller is in the list already"
      ]),
    BadProfile(
      "any is alone",
      operation: """
        summary: s
        run: [/usr/bin/true]
        callers: [any, "uid:5"]
        """,
      [
        "6:14: any is everybody; the other callers are in it"
      ]),
    BadProfile(
      "a user is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        user: rot
        """,
      [
        "6:11: unknown user rot; did you mean root?"
      ]),
    BadProfile(
      "a user's number is in range",
      operation: """
        summary: s
        run: [/usr/bin/true]
        user: 4294967295
        """,
      [
        "6:11: 4294967295 is not a uid: 0 to 4294967294"
      ]),
    BadProfile(
      "a group is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        group: grp
        groups: [daemon, daemon, nix]
        """,
      [
        "6:12: unknown group grp",
        "7:22: group daemon is in the list already",
        "7:30: unknown group nix",
      ]),
    BadProfile(
      "network is one of its words",
      operation: """
        summary: s
        run: [/usr/bin/true]
        network: hots
        """,
      [
        "6:14: unknown network hots; did you mean host?"
      ]),
    BadProfile(
      "a network map names a namespace",
      operation: """
        summary: s
        run: [/usr/bin/true]
        network: {}
        """,
      [
        "6:14: network is none, loopback, host, or { namespace: /run/netns/NAME }"
      ]),
    BadProfile(
      "a namespace is an absolute path",
      operation: """
        summary: s
        run: [/usr/bin/true]
        network: { namespace: router }
        """,
      [
        "6:27: network: router is not an absolute path"
      ]),
    BadProfile(
      "share is a list of namespaces",
      operation: """
        summary: s
        run: [/usr/bin/true]
        share: [pidd]
        """,
      [
        "6:13: unknown namespace pidd; did you mean pid?"
      ]),
    BadProfile(
      "the network is shared by another key",
      operation: """
        summary: s
        run: [/usr/bin/true]
        share: [net]
        """,
      [
        "6:13: the network namespace is not in share; write network: host"
      ]),
    BadProfile(
      "the mount namespace is never shared",
      operation: """
        summary: s
        run: [/usr/bin/true]
        share: [mount]
        """,
      [
        "6:13: the mount namespace is never shared"
      ]),
    BadProfile(
      "sharing pids forbids init and new processes",
      operation: """
        summary: s
        run: [/usr/bin/true]
        share: [pid]
        """,
      [
        "6:5: share: [pid] wants init: false, for pid 1 is the host's",
        "6:5: share: [pid] wants syscalls that make no process, such as @command-alone; clone, fork, vfork are allowed",
      ]),
    BadProfile(
      "sharing pids forbids an own /proc",
      operation: """
        summary: s
        run: [/usr/bin/true]
        share: [pid]
        init: false
        proc: own
        syscalls: ["@command-alone"]
        """,
      [
        "6:5: share: [pid] leaves no pid namespace for proc: own to show"
      ]),
    BadProfile(
      "init is true or false",
      operation: """
        summary: s
        run: [/usr/bin/true]
        init: no
        """,
      [
        "6:11: init is true or false, not no"
      ]),
    BadProfile(
      "proc is one of its words",
      operation: """
        summary: s
        run: [/usr/bin/true]
        proc: yes
        """,
      [
        "6:11: unknown proc yes; it is one of none, own"
      ]),
    BadProfile(
      "sys_ptrace and /proc would show pid 1",
      operation: """
        summary: s
        run: [/usr/bin/true]
        proc: own
        capabilities: [sys_ptrace]
        """,
      [
        "6:5: proc: own and sys_ptrace expose the executable of pid 1; write init: false, or drop one"
      ]),
  ]
}

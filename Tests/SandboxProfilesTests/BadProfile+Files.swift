extension BadProfile {
  /// Mistakes in the file view.
  static let files: [BadProfile] = [
    BadProfile(
      "an unknown key of files is refused",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { reed: [/srv] }
        """,
      [
        "6:14: unknown key reed in files; did you mean read?"
      ]),
    BadProfile(
      "a granted path is absolute",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [srv] }
        """,
      [
        "6:21: files.read: srv is not an absolute path"
      ]),
    BadProfile(
      "a granted path has no dots",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [/srv/../etc] }
        """,
      [
        "6:21: files.read: /srv/../etc has the component .. in it"
      ]),
    BadProfile(
      "a granted path has no slash at its end",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [/srv/] }
        """,
      [
        "6:21: files.read: /srv/ ends in /"
      ]),
    BadProfile(
      "the root is not granted",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [/] }
        """,
      [
        "6:21: files.read: / as a whole is not granted; name what is needed"
      ]),
    BadProfile(
      "a path is granted once",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [/srv], write: [/srv] }
        """,
      [
        "6:36: /srv is in files.read already, line 6"
      ]),
    BadProfile(
      "/proc, /sys and /dev are not written as a whole",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { write: [/proc, /sys, /dev] }
        """,
      [
        "6:22: files.write: /proc as a whole is not granted; name what is needed",
        "6:29: files.write: /sys as a whole is not granted; name what is needed",
        "6:35: files.write: /dev as a whole is not granted; name what is needed",
      ]),
    BadProfile(
      "devices are not files",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { write: [/dev/kvm] }
        """,
      [
        "6:22: files.write: devices are named in files.devices"
      ]),
    BadProfile(
      "an own /proc holds nothing of the host",
      operation: """
        summary: s
        run: [/usr/bin/true]
        proc: own
        files: { write: [/proc/sys/kernel] }
        """,
      [
        "7:22: files.write: with proc: own nothing of the host's is in /proc"
      ]),
    BadProfile(
      "a set is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: ["@sytem"] }
        """,
      [
        "6:21: unknown set @sytem; did you mean @system?"
      ]),
    BadProfile(
      "a set is not written",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { write: ["@system"] }
        """,
      [
        "6:22: @system belongs to the system; it can be read or executed, not written"
      ]),
    BadProfile(
      "a temporary directory does not lie in a granted one",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { read: [/srv], temporary: { /srv/tmp: 1MiB } }
        """,
      [
        "6:41: files.temporary: /srv/tmp lies in /srv of files.read, which is the host's"
      ]),
    BadProfile(
      "a temporary directory does not lie in another",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { temporary: { /tmp: 1MiB, /tmp/x: 1MiB } }
        """,
      [
        "6:39: files.temporary: /tmp/x lies in /tmp, which is private already"
      ]),
    BadProfile(
      "a temporary directory has a size",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { temporary: { /tmp: big, /var/tmp: 1MB } }
        """,
      [
        "6:33: /tmp has to be a size such as 16MiB (KiB, MiB, GiB, TiB), not big",
        "6:48: /var/tmp has to be a size such as 16MiB (KiB, MiB, GiB, TiB), not 1MB",
      ]),
    BadProfile(
      "propagation needs sys_admin",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { propagate: [/mnt] }
        """,
      [
        "6:14: files.propagate is useless without sys_admin: nothing could be mounted"
      ]),
    BadProfile(
      "a device is named without /dev",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { devices: [/dev/null, ../x, kvm, kvm] }
        """,
      [
        "6:24: files.devices: /dev/null: name the device without /dev/",
        "6:35: files.devices: ../x is not a name beneath /dev",
        "6:46: device kvm is in the list already",
      ]),
    BadProfile(
      "a device has a name",
      operation: """
        summary: s
        run: [/usr/bin/true]
        files: { devices: [""] }
        """,
      [
        "6:24: files.devices: \"\" is not a name beneath /dev"
      ]),
  ]
}

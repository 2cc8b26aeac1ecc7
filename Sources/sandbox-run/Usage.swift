/// What `--help` and `--version` print.
enum Usage {
  static let version = "sandbox-run 0.1.0\n"

  static let help = """
    usage: sandbox-run [OPTION…] PROFILE OPERATION [ARGUMENT…]

    Runs one declared privileged operation in a fresh sandbox that holds what its profile names and nothing else.
    Arguments are given by position in declared order, or as --NAME VALUE.

      sandbox-run bridge disable-multicast-snooping br0
      sandbox-run --plan bridge disable-multicast-snooping br0

    options, before PROFILE:
      --plan              print what the kernel would be told, and run nothing
      --json              with --plan: print it as JSON
      --outcome-fd N      write the outcome as one JSON object to descriptor N, which is above 2
      --profiles DIR      where the profiles are (default /etc/sandbox-run/profiles)
      --policies DIR      where compiled policies are kept (default /var/lib/sandbox-run/policies)
      --audit FILE        append audit records to FILE (default: the journal, syslog, or
                          /var/log/sandbox-run/audit.jsonl)
      --help, --version

    exit status: 0-123 the operation's own; 124 time-out; 125 the sandbox could not be set up, 126 refused,
    127 no such profile, operation or command (in these three nothing was run); 128+n ended by signal n.

    See sandbox-run(1), sandbox-profile(5), and `sandbox-profile list` for the operations that there are.

    """
}

// Tries single things from inside a sandbox and says what happened: `sandbox-probe VERB [WORD…]`.
//
// It stands in for the command of an operation. One line of JSON goes to standard output; the exit status is that of
// the verb, 64 for a wrong call. No Foundation, so that it starts with as few system calls as possible.

let verbs: [String: @Sendable ([String]) -> Int32] = [
  "report": Report.print,
  "files": FileTree.print,
  "try": RawCall.tryEach,
  "foreign": RawCall.foreign,
  "tiocsti": RawCall.pushTerminal,
  "unshare-user": RawCall.unshareUser,
  "mount-attempts": MountAttempts.print,
  "read": FileVerbs.read,
  "write": FileVerbs.write,
  "open": FileVerbs.open,
  "exec": FileVerbs.exec,
  "copy": FileVerbs.copy,
  "make": FileVerbs.make,
  "swap": FileVerbs.swap,
  "connect": NetworkVerbs.connect,
  "interfaces": NetworkVerbs.interfaces,
  "listen": NetworkVerbs.listen,
  "fork-bomb": Load.forkBomb,
  "allocate": Load.allocate,
  "open-many": Load.openMany,
  "flood": Load.flood,
  "fill": Load.fill,
  "spin": Load.spin,
  "sleep": Endings.sleep,
  "ignore-term": Endings.ignoreTerm,
  "daemonize": Endings.daemonize,
  "exit": Endings.exit,
  "signal": Endings.signal,
  "handle": Endings.handle,
  "leave": Traces.leave,
  "find": Traces.find,
  "as": HostileParent.run,
  "trace": FaultTracer.trace,
  "inject": FaultTracer.inject,
]

let words = Words.all
guard words.count >= 2, let verb = verbs[words[1]] else {
  Output.complain("sandbox-probe: which verb? \(verbs.keys.sorted().joined(separator: " "))")
  Output.leave(64)
}
Output.leave(verb(Array(words.dropFirst(2))))

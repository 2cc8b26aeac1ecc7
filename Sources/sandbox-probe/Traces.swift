internal import CLinux
internal import CProbe

/// Objects that outlive their process unless something takes them away: left by one call, looked for by the next.
enum Traces {
  static let systemKey: Int32 = 0x5b0c_0001
  static let name = "sandbox-probe-trace"

  /// `leave [DIRECTORY…]`: makes one of each, and a file `trace` in each directory. Prints what the kernel answered.
  static func leave(_ words: [String]) -> Int32 {
    var results: [(String, Value)] = [
      ("shared-memory", .answer(probe_shared_memory(systemKey, 1))),
      ("message-queue", .answer(probe_message_queue(systemKey, 1))),
      ("semaphore", .answer(probe_semaphore(systemKey, 1))),
      ("abstract-socket", .answer(unsafe probe_bind_abstract(name))),
      ("key", .answer(unsafe probe_add_key(name))),
      ("mqueue", .answer(queue(create: true))),
    ]
    for directory in words {
      let made = unsafe sbx_open(directory + "/trace", SBX_O_WRONLY | SBX_O_CREAT | SBX_O_CLOEXEC, 0o666)
      results.append((directory, .answer(made)))
    }
    Output.line(.object(results))
    // A socket lives as long as its process: the last word `stay` keeps it for a call that runs beside this one.
    return words.last == "stay" ? Endings.sleep(["60"]) : 0
  }

  /// `find [DIRECTORY…]`: looks for the same without making anything.
  static func find(_ words: [String]) -> Int32 {
    var results: [(String, Value)] = [
      ("shared-memory", .answer(probe_shared_memory(systemKey, 0))),
      ("message-queue", .answer(probe_message_queue(systemKey, 0))),
      ("semaphore", .answer(probe_semaphore(systemKey, 0))),
      ("abstract-socket", .answer(unsafe probe_connect_abstract(name))),
      ("key", .answer(unsafe probe_find_key(name))),
      ("mqueue", .answer(queue(create: false))),
    ]
    for directory in words {
      results.append((directory, .answer(unsafe sbx_open(directory + "/trace", SBX_O_RDONLY | SBX_O_CLOEXEC, 0))))
    }
    Output.line(.object(results))
    return 0
  }

  /// The serial number of the session keyring.
  @Sendable static func keyring() -> Value { .answer(probe_session_keyring()) }

  private static func queue(create: Bool) -> Int64 {
    unsafe name.withCString { name in
      RawCall.call("mq_open", Int64(Int(bitPattern: name)), create ? 0o102 : 0, 0o666, 0)
    }
  }
}

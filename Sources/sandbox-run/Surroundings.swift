import CScrub
import LinuxSystem

/// What the launcher inherits from whoever started it, made harmless before anything else.
enum Surroundings {
  /// The words of the command line as the kernel gave them: Swift's own `arguments` repairs what is not UTF-8.
  static var words: [[UInt8]] {
    var words: [[UInt8]] = []
    let table = unsafe CommandLine.unsafeArgv
    for index in 0..<Int(CommandLine.argc) {
      guard let word = unsafe table[index] else { break }
      var bytes: [UInt8] = []
      var place = unsafe word
      while unsafe place.pointee != 0 {
        bytes.append(UInt8(bitPattern: unsafe place.pointee))
        unsafe place += 1
      }
      words.append(bytes)
    }
    return words
  }

  /// Overwrites the words from `first` on where other users' processes can read them, `/proc/PID/cmdline`.
  static func hideWords(from first: Int) {
    let table = unsafe CommandLine.unsafeArgv
    for index in first..<max(first, Int(CommandLine.argc)) {
      guard var place = unsafe table[index] else { break }
      while unsafe place.pointee != 0 {
        unsafe place.pointee = CChar(bitPattern: UInt8(ascii: "*"))
        unsafe place += 1
      }
    }
  }

  /// Whether the environment was emptied before the Swift runtime could read it: an older linker would leave the code
  /// that does it out.
  static var isScrubbed: Bool { sbx_is_scrubbed() == 1 }

  /// Resets signals, fills 0–2 where they are closed, and closes everything else but one descriptor.
  ///
  /// Signals stay blocked for the launcher's whole life: it takes them from a descriptor when it is ready for them.
  static func makeHarmless(keeping kept: Int32?) throws(SurroundingsError) {
    do throws(Errno) {
      try Linux.blockAllSignals()
      try Linux.defaultAllSignals()
      // What the launcher itself makes is for nobody else.
      Linux.setMask(0o077)
      for number in Int32(0)...2 where try !Linux.isOpen(number) {
        // The lowest free number is the one that is missing.
        _ = try Linux.open("/dev/null", [.readWrite]).release()
      }
      if let kept, kept > 3 {
        try Linux.closeRange(3, UInt32(kept) - 1)
        try Linux.closeRange(UInt32(kept) + 1, .max)
      } else {
        try Linux.closeRange(kept == nil ? 3 : 4, .max)
      }
    } catch {
      throw .failed("could not reset what was inherited: \(error)")
    }
    for (number, name) in [(Int32(0), "standard input"), (1, "standard output"), (2, "standard error")] {
      let status = try translating { () throws(Errno) in
        try Linux.status(of: number)
      } _: {
        SurroundingsError.failed("could not look at \(name): \($0)")
      }
      let isHandle = try translating { () throws(Errno) in
        try Linux.isHandleOnly(number)
      } _: {
        SurroundingsError.failed("could not look at \(name): \($0)")
      }
      if isHandle { throw .refused("\(name) is a handle that can't be read or written (O_PATH)") }
      if status.isDirectory {
        throw .refused("\(name) is a directory; redirect it to a file, a pipe or /dev/null")
      }
    }
    if let kept {
      do throws(Errno) {
        guard try Linux.isOpen(kept) else { throw .badDescriptor }
        try Linux.closeOnExec(from: 3)
      } catch .badDescriptor {
        throw .refused("--outcome-fd \(kept): that descriptor is not open")
      } catch {
        throw .failed("--outcome-fd \(kept): \(error)")
      }
    }
  }
}

/// Why the launcher does not go on in these surroundings.
enum SurroundingsError: Error {
  case refused(String)
  case failed(String)
}

import LinuxSystem
import Testing

@Suite("Errors of the kernel")
struct ErrnoTests {
  @Test(
    "an error says its meaning in English",
    arguments: [
      (Errno.notPermitted, "Operation not permitted"), (.noSuchFile, "No such file or directory"),
      (.noSuchProcess, "No such process"), (.interrupted, "Interrupted system call"),
      (.badDescriptor, "Bad file descriptor"), (.wouldBlock, "Resource temporarily unavailable"),
      (.accessDenied, "Permission denied"), (.busy, "Device or resource busy"), (.fileExists, "File exists"),
      (.notDirectory, "Not a directory"), (.invalidArgument, "Invalid argument"),
      (.noSpace, "No space left on device"), (.brokenPipe, "Broken pipe"),
      (.notImplemented, "Function not implemented"), (.tooManyLinks, "Too many levels of symbolic links"),
      (.notSupported, "Operation not supported"),
    ])
  func texts(error: Errno, text: String) {
    #expect(error.description == text)
  }

  @Test("a number that is no error has a text all the same", arguments: [-1, 134, 4095, Int32.max, .min])
  func unknown(code: Int32) {
    #expect(Errno(code).description == "Unknown error")
  }
}

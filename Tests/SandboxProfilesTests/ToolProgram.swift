import Foundation
import Testing

/// The built `sandbox-profile`, which SwiftPM leaves beside the tests.
struct ToolProgram {
  /// How a run ended and what it said.
  struct Ended: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  private let path: String

  init() throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    // The tests run in their own program or in SwiftPM's helper, which is told where theirs is.
    let candidates = [tests] + CommandLine.arguments.map { URL(filePath: $0).path() }
    let places = candidates.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "sandbox-profile") }
    path = try #require(places.map { $0.path() }.first { FileManager.default.isExecutableFile(atPath: $0) })
  }

  /// Runs it to its end.
  ///
  /// - Parameter output: The file to write standard output to, which then isn't returned.
  func run(_ arguments: [String], output file: String? = nil) throws -> Ended {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = try file.map { try #require(FileHandle(forWritingAtPath: $0)) } ?? output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if file != nil { try output.fileHandleForWriting.close() }
    // What it says of errors fits into a pipe.
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }
}

import LinuxSystem

/// An open descriptor that closures may capture: a value with one owner in a closure stops this compiler.
final class Opened {
  private let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  var number: Int32 { descriptor.number }
}

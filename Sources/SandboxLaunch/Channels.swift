import LinuxSystem
import SandboxPolicy

/// The pipes between the launcher and the processes of one launch.
///
/// The command never holds a descriptor of the caller's: what it could do to a terminal, a socket or a file's flags
/// ends at a pipe.
struct Channels: ~Copyable {
  /// Its end says that the launcher has gone. Nobody writes to it.
  var life: Pipe
  /// A byte once the cgroup is there.
  var cgroup: Pipe
  /// The network namespace, once it is there.
  var network: Pipe
  /// A byte once pid 1 has nothing left to do but load its filter.
  var initProcess: Pipe
  /// The command's standard streams.
  var input: Pipe
  var output: Pipe
  var error: Pipe

  init() throws(Errno) {
    // All of them before any is kept: a failure on the way closes those that are there.
    let newLife = try Pipe()
    let newCgroup = try Pipe()
    let newNetwork = try Pipe.forDescriptors()
    let newInitProcess = try Pipe()
    let newInput = try Pipe()
    let newOutput = try Pipe()
    let newError = try Pipe()
    // The launcher's ends: it waits for all of them at once, and for none of them alone.
    try Linux.setNonBlocking(newInput.writeNumber)
    try Linux.setNonBlocking(newOutput.readNumber)
    try Linux.setNonBlocking(newError.readNumber)
    life = newLife
    cgroup = newCgroup
    network = newNetwork
    initProcess = newInitProcess
    input = newInput
    output = newOutput
    error = newError
  }

  /// Closes the ends that the launcher has no use for once its processes hold them. One that stays open would keep a
  /// stream from ever ending.
  mutating func closeChildEnds() throws(Errno) {
    try life.readEnd.take()?.close()
    try cgroup.readEnd.take()?.close()
    try network.readEnd.take()?.close()
    try network.writeEnd.take()?.close()
    try initProcess.readEnd.take()?.close()
    try initProcess.writeEnd.take()?.close()
    try input.readEnd.take()?.close()
    try output.writeEnd.take()?.close()
    try error.writeEnd.take()?.close()
  }

  /// The numbers of all ends: a forked process owns nothing, and ends by exec or exit.
  var numbers: ChannelNumbers {
    ChannelNumbers(
      lifeRead: life.readNumber, lifeWrite: life.writeNumber, cgroupRead: cgroup.readNumber,
      cgroupWrite: cgroup.writeNumber,
      networkRead: network.readNumber, networkWrite: network.writeNumber, initRead: initProcess.readNumber,
      initWrite: initProcess.writeNumber, input: input.readNumber, output: output.writeNumber,
      error: error.writeNumber)
  }
}

/// The ends that a forked process uses.
struct ChannelNumbers {
  var lifeRead: Int32
  var lifeWrite: Int32
  var cgroupRead: Int32
  var cgroupWrite: Int32
  var networkRead: Int32
  var networkWrite: Int32
  var initRead: Int32
  var initWrite: Int32
  var input: Int32
  var output: Int32
  var error: Int32
}

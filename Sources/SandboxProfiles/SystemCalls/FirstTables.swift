extension SystemCallGroups {
  static let baselineText = """
    @command: x
    read  reads
    @command-alone: x
    read  reads
    @function: x
    read  reads
    """
  static let fileText = ""
  static let networkText = ""
  static let processText = ""
  static let privilegedText = ""
}
extension KernelConstants {
  static let socketText = "AF_NETLINK 16"
  static let fileText = ""
  static let processText = ""
  static let deviceText = ""
}
extension SystemCallSignature {
  static let text = "socket domain/family type protocol"
}

extension SystemCallGroups {
  /// The groups for sockets. A socket is of the kind that it was made as, so that what is done with it needs no condition.
  static let networkText = """
    @socket-messages: Sending and receiving through sockets that there are
    sendto  sends
    sendmsg  sends
    sendmmsg  sends several
    recvfrom  receives
    recvmsg  receives
    recvmmsg  receives several
    read  receives
    readv  receives
    write  sends
    writev  sends
    getsockname  asks for its own address
    getpeername  asks for the other's address
    getsockopt(level == SOL_SOCKET)  asks for errors and sizes
    shutdown  ends one direction
    close  ends
    ioctl(request in {FIONREAD, FIONBIO})  asks what is there, and sets that it doesn't wait
    setsockopt(level == SOL_SOCKET && optname in {SO_SNDBUF, SO_RCVBUF, SO_SNDTIMEO, SO_RCVTIMEO})  sizes and times

    @network-client: Connecting to others through TCP and UDP
    socket(domain in {AF_INET, AF_INET6} && type & SOCK_TYPE_MASK == SOCK_STREAM)  TCP; no raw socket
    socket(domain in {AF_INET, AF_INET6} && type & SOCK_TYPE_MASK == SOCK_DGRAM)  UDP, and DNS by it
    connect  connects
    bind  chooses its own address
    @socket-messages  sends and receives
    @poll  waits for the other
    getsockopt(level in {SOL_TCP, SOL_IP, SOL_IPV6})  asks for the state of the connection
    setsockopt(level == SOL_SOCKET && optname in {SO_KEEPALIVE, SO_REUSEADDR, SO_LINGER, SO_BROADCAST})  usual options
    setsockopt(level == SOL_TCP && optname in {TCP_NODELAY, TCP_CORK, TCP_QUICKACK, TCP_USER_TIMEOUT})  latency
    setsockopt(level == SOL_TCP && optname in {TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_FASTOPEN})  keep-alive
    setsockopt(level == SOL_IP && optname in {IP_TOS, IP_TTL, IP_RECVERR, IP_MTU_DISCOVER, IP_PKTINFO})  IPv4
    setsockopt(level == SOL_IPV6 && optname in {IPV6_V6ONLY, IPV6_RECVERR, IPV6_TCLASS, IPV6_UNICAST_HOPS})  IPv6

    @network-server: Accepting connections through TCP, answering through UDP
    @network-client  the same sockets
    listen  waits for connections
    accept  takes one
    accept4  takes one
    setsockopt(level == SOL_SOCKET && optname == SO_REUSEPORT)  several processes on one port

    @unix-socket: Unix sockets, both sides
    socket(domain == AF_UNIX)  makes one
    socketpair(domain == AF_UNIX)  makes two that are connected
    connect  connects
    bind  takes a path
    listen  waits for connections
    accept  takes one
    accept4  takes one
    setsockopt(level == SOL_SOCKET && optname == SO_PASSCRED)  asks who the other is
    @socket-messages  sends and receives
    @poll  waits for the other

    @netlink: Netlink sockets of every protocol
    socket(domain == AF_NETLINK)  makes one
    @netlink-messages  asks and is answered

    @netlink-route: Links, addresses, routes and rules: what ip does
    socket(domain == AF_NETLINK && type & SOCK_TYPE_MASK == SOCK_RAW && protocol == NETLINK_ROUTE)  ip's socket
    socket(domain == AF_NETLINK && type & SOCK_TYPE_MASK == SOCK_DGRAM && protocol == NETLINK_ROUTE)  the same
    @netlink-messages  asks and is answered

    @netlink-netfilter: Packet filters: what nft and iptables-nft do
    socket(domain == AF_NETLINK && type & SOCK_TYPE_MASK == SOCK_RAW && protocol == NETLINK_NETFILTER)  libmnl's socket
    setsockopt(level == SOL_SOCKET && optname in {SO_SNDBUFFORCE, SO_RCVBUFFORCE})  large rule sets go in one message
    @netlink-messages  asks and is answered

    @netlink-generic: Families of generic netlink: ethtool, devlink, WireGuard and others
    socket(domain == AF_NETLINK && type & SOCK_TYPE_MASK == SOCK_RAW && protocol == NETLINK_GENERIC)  makes one
    @netlink-messages  asks and is answered

    @netlink-messages: What is done with a netlink socket that there is
    bind  takes an address
    setsockopt(level == SOL_NETLINK)  asks for better errors and strict checks
    getsockopt(level == SOL_NETLINK)  asks what is set
    @socket-messages  asks and is answered
    @poll  waits for the answer

    @network-configure: Interfaces by the older requests: what ifconfig and brctl do
    socket(domain in {AF_INET, AF_INET6, AF_UNIX} && type & SOCK_TYPE_MASK == SOCK_DGRAM)  a socket to ask through
    ioctl(request in {SIOCGIFNAME, SIOCGIFINDEX, SIOCGIFCONF, SIOCGIFFLAGS, SIOCGIFADDR, SIOCGIFNETMASK})  asks
    ioctl(request in {SIOCGIFMTU, SIOCGIFHWADDR, SIOCGIFBRDADDR, SIOCGIFDSTADDR, SIOCGIFMETRIC})  asks
    ioctl(request in {SIOCGIFTXQLEN, SIOCGIFMAP})  asks
    ioctl(request in {SIOCSIFFLAGS, SIOCSIFADDR, SIOCSIFNETMASK, SIOCSIFMTU, SIOCSIFHWADDR})  sets
    ioctl(request in {SIOCSIFBRDADDR, SIOCSIFDSTADDR, SIOCSIFNAME, SIOCSIFTXQLEN})  sets
    ioctl(request in {SIOCADDRT, SIOCDELRT})  routes
    ioctl(request in {SIOCBRADDBR, SIOCBRDELBR, SIOCBRADDIF, SIOCBRDELIF})  bridges

    @packet-socket: Whole packets, as tcpdump and dhclient read and write them
    socket(domain == AF_PACKET)  makes one
    bind  chooses the interface
    setsockopt(level == SOL_PACKET)  rings and memberships
    setsockopt(level == SOL_SOCKET && optname in {SO_ATTACH_FILTER, SO_DETACH_FILTER, SO_LOCK_FILTER})  a filter
    getsockopt(level == SOL_PACKET)  statistics
    ioctl(request in {SIOCGIFINDEX, SIOCGIFHWADDR, SIOCGIFFLAGS})  asks for the interface
    @socket-messages  sends and receives
    @poll  waits for packets
    """
}

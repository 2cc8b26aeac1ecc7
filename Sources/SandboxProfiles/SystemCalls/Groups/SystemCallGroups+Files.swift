extension SystemCallGroups {
  /// The groups for files, descriptors and devices.
  static let fileText = """
    @file-read: Opening and reading files, looking at files and directories
    openat(flags & O_ACCMODE | O_CREAT | O_TRUNC == O_RDONLY)  opens without writing or creating
    open(flags & O_ACCMODE | O_CREAT | O_TRUNC == O_RDONLY)  opens without writing or creating
    close  closes
    read  reads
    readv  reads
    pread64  reads at a position
    preadv  reads at a position
    preadv2  reads at a position
    lseek  moves within a file
    fadvise64  announces how it reads
    readahead  announces what it reads
    access  asks what it may do
    faccessat  asks what it may do
    faccessat2  asks what it may do
    stat  looks at a file
    lstat  looks at a file
    fstat  looks at an open file
    newfstatat  looks at a file
    statx  looks at a file
    statfs  looks at a file system
    fstatfs  looks at a file system
    readlink  reads a link
    readlinkat  reads a link
    getdents  lists a directory
    getdents64  lists a directory
    getcwd  asks where it is
    chdir  walks through directories
    fchdir  walks through directories
    getxattr  reads an extended attribute
    lgetxattr  reads an extended attribute
    fgetxattr  reads an extended attribute
    listxattr  lists extended attributes
    llistxattr  lists extended attributes
    flistxattr  lists extended attributes

    @file-write: Writing, creating, renaming and removing files and directories
    openat  opens for writing, creates
    open  opens for writing, creates
    creat  creates
    close  closes
    write  writes
    writev  writes
    pwrite64  writes at a position
    pwritev  writes at a position
    pwritev2  writes at a position
    lseek  moves within a file
    truncate  sets the size
    ftruncate  sets the size
    fallocate  takes or frees space
    fsync  waits for the disk
    fdatasync  waits for the disk
    sync_file_range  waits for the disk
    syncfs  waits for the disk
    copy_file_range  copies between open files
    sendfile  copies between open files
    ioctl(request in {FICLONE, FICLONERANGE})  cp shares the blocks of a file
    mkdir  makes a directory
    mkdirat  makes a directory
    rmdir  removes a directory
    link  gives a file a second name
    linkat  gives a file a second name
    symlink  makes a symbolic link
    symlinkat  makes a symbolic link
    rename  renames
    renameat  renames
    renameat2  renames
    unlink  removes
    unlinkat  removes
    utime  sets the times
    utimes  sets the times
    futimesat  sets the times
    utimensat  sets the times
    umask  says who may use what it creates

    @file-attributes: Changing owner, mode, times and extended attributes
    chmod  sets the mode
    fchmod  sets the mode
    fchmodat  sets the mode
    fchmodat2  sets the mode
    chown  sets the owner
    lchown  sets the owner
    fchown  sets the owner
    fchownat  sets the owner
    utime  sets the times
    utimes  sets the times
    futimesat  sets the times
    utimensat  sets the times
    setxattr  sets an extended attribute
    lsetxattr  sets an extended attribute
    fsetxattr  sets an extended attribute
    removexattr  removes an extended attribute
    lremovexattr  removes an extended attribute
    fremovexattr  removes an extended attribute
    ioctl(request in {FS_IOC_GETFLAGS, FS_IOC_SETFLAGS, FS_IOC_FSGETXATTR, FS_IOC_FSSETXATTR})  chattr and lsattr

    @file-lock: Locking files
    flock  locks a whole file
    fcntl(cmd in {F_GETLK, F_SETLK, F_SETLKW})  locks a part of a file
    fcntl(cmd in {F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW})  locks a part of an open file

    @file-watch: Being told about changes of files
    inotify_init  begins
    inotify_init1  begins
    inotify_add_watch  names a file
    inotify_rm_watch  ends
    read  reads what happened

    @device-node: Making device nodes and FIFOs
    mknod  makes a node
    mknodat  makes a node

    @pipe: Pipes, and moving data through them
    pipe  makes a pipe
    pipe2  makes a pipe
    splice  moves data without copying it
    tee  doubles data without copying it
    vmsplice  gives pages to a pipe

    @poll: Waiting for descriptors
    poll  waits
    ppoll  waits, with signals unblocked
    select  waits
    pselect6  waits, with signals unblocked
    epoll_create  makes a set of descriptors
    epoll_create1  makes a set of descriptors
    epoll_ctl  changes the set
    epoll_wait  waits
    epoll_pwait  waits, with signals unblocked
    epoll_pwait2  waits, with signals unblocked

    @io-wait: Event loops: waiting for descriptors, timers, signals and other threads
    @poll  waits for descriptors
    eventfd  other threads wake the loop
    eventfd2  other threads wake the loop
    timerfd_create  a timer as a descriptor
    timerfd_settime  sets it
    timerfd_gettime  asks for it
    signalfd  signals as a descriptor
    signalfd4  signals as a descriptor
    pipe  wakes the loop
    pipe2  wakes the loop
    read  takes the event
    write  makes the event

    @async-io: The older asynchronous input and output
    io_setup  begins
    io_submit  asks
    io_getevents  waits
    io_pgetevents  waits, with signals unblocked
    io_cancel  withdraws
    io_destroy  ends

    @terminal: Reading and setting a terminal; never typing into it
    ioctl(request in {TCGETS, TCGETS2, TIOCGWINSZ, TIOCGPGRP, TIOCGSID, TIOCGETD})  asks for its state
    ioctl(request in {TCSETS, TCSETSW, TCSETSF, TCSETS2, TCSETSW2, TCSETSF2})  sets its modes
    ioctl(request in {TIOCSWINSZ, TIOCSPGRP, TIOCSCTTY, TIOCNOTTY, TIOCEXCL, TIOCNXCL})  sets its size and its group
    ioctl(request in {TCSBRK, TCSBRKP, TCXONC, TCFLSH, TIOCINQ, TIOCOUTQ, TIOCGPTN, TIOCSPTLCK, TIOCGPTPEER})  flow and pty

    @loop-device: Files as block devices
    ioctl(request in {LOOP_CTL_GET_FREE, LOOP_CTL_ADD, LOOP_CTL_REMOVE})  finds a device
    ioctl(request in {LOOP_CONFIGURE, LOOP_SET_FD, LOOP_CHANGE_FD, LOOP_CLR_FD})  attaches and detaches
    ioctl(request in {LOOP_GET_STATUS, LOOP_GET_STATUS64, LOOP_SET_STATUS, LOOP_SET_STATUS64})  its state
    ioctl(request in {LOOP_SET_CAPACITY, LOOP_SET_DIRECT_IO, LOOP_SET_BLOCK_SIZE})  its geometry

    @block-device: Asking a block device for its geometry, discarding and re-reading it
    ioctl(request in {BLKGETSIZE, BLKGETSIZE64, BLKSSZGET, BLKBSZGET, BLKPBSZGET, BLKSECTGET})  its sizes
    ioctl(request in {BLKIOMIN, BLKIOOPT, BLKALIGNOFF, BLKROTATIONAL, BLKDISCARDZEROES, BLKGETDISKSEQ})  its properties
    ioctl(request in {BLKROGET, BLKRAGET, HDIO_GETGEO, BLKGETZONESZ, BLKGETNRZONES})  its state
    ioctl(request in {BLKFLSBUF, BLKRRPART, BLKPG, BLKDISCARD, BLKSECDISCARD, BLKZEROOUT})  flushes, re-reads, discards
    fsync  waits for the disk

    @tun-device: Making and setting up tun and tap interfaces through /dev/net/tun
    ioctl(request in {TUNSETIFF, TUNSETPERSIST, TUNSETOWNER, TUNSETGROUP, TUNSETLINK})  makes one, and keeps it
    ioctl(request in {TUNGETFEATURES, TUNGETIFF, TUNGETSNDBUF, TUNSETSNDBUF, TUNSETOFFLOAD, TUNSETQUEUE})  its set-up
    ioctl(request in {TUNGETVNETHDRSZ, TUNSETVNETHDRSZ, TUNSETVNETLE, TUNGETVNETLE})  its headers
    """
}

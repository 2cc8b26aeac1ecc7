extension SystemCallSignature {
  /// The calls on files and descriptors; the notation is explained at ``SystemCallSignature``.
  static let fileText = """
    access pathname/filename* mode
    cachestat fd+ cachestat_range* cachestat* flags+
    chdir path/filename*
    chmod pathname/filename* mode'
    chown pathname/filename* owner/user+ group+
    chroot path/filename*
    close fd+
    close_range first/fd+ last/max_fd+ flags+
    copy_file_range fd_in off_in* fd_out off_out* len* flags+
    creat pathname* mode'
    dup oldfd/fildes+
    dup2 oldfd+ newfd+
    dup3 oldfd+ newfd+ flags
    faccessat dirfd/dfd pathname/filename* mode
    faccessat2 dirfd/dfd pathname/filename* mode flags
    fadvise64 fd offset~ len* advice
    fallocate fd mode offset~ len~
    fchdir fd+
    fchmod fd+ mode'
    fchmodat dirfd/dfd pathname/filename* mode'
    fchmodat2 dirfd/dfd pathname/filename* mode' flags+
    fchown fd+ owner/user+ group+
    fchownat dirfd/dfd pathname/filename* owner/user+ group+ flags/flag
    fcntl fd+ cmd+ arg*
    fdatasync fd+
    fgetxattr fd name* value* size*
    flistxattr fd list* size*
    flock fd+ operation/cmd+
    fremovexattr fd name*
    fsetxattr fd name* value* size* flags
    fstat fd+ statbuf*
    fstatfs fd+ buf*
    fsync fd+
    ftruncate fd+ length~
    futimesat dirfd/dfd pathname/filename* times/utimes*
    getcwd buf* size*
    getdents fd+ dirp/dirent* count+
    getdents64 fd+ dirp/dirent* count+
    getxattr path* name* value* size*
    ioctl fd+ request/cmd+ arg*
    lchown pathname/filename* owner/user+ group+
    lgetxattr path* name* value* size*
    link oldpath/oldname* newpath/newname*
    linkat olddirfd/olddfd oldpath/oldname* newdirfd/newdfd newpath/newname* flags
    listxattr path* list* size*
    llistxattr path* list* size*
    lookup_dcookie cookie* buf* len*
    lremovexattr path* name*
    lseek fd+ offset~ whence+
    lsetxattr path* name* value* size* flags
    lstat pathname/filename* statbuf*
    mkdir pathname* mode'
    mkdirat dirfd/dfd pathname* mode'
    mknod pathname/filename* mode' dev+
    mknodat dirfd/dfd pathname/filename* mode' dev+
    name_to_handle_at dirfd/dfd pathname/name* handle* mount_id* flags/flag
    newfstatat dirfd/dfd pathname/filename* statbuf* flags/flag
    open pathname/filename* flags mode'
    open_by_handle_at mount_fd/mountdirfd handle* flags
    openat dirfd/dfd pathname/filename* flags mode'
    openat2 dirfd/dfd pathname/filename* how* size/usize*
    pipe pipefd/fildes*
    pipe2 pipefd/fildes* flags
    pread64 fd+ buf* count* offset/pos~
    preadv fd+ iov/vec* iovcnt/vlen* pos_l* pos_h*
    preadv2 fd+ iov/vec* iovcnt/vlen* pos_l* pos_h* flags
    pwrite64 fd+ buf* count* offset/pos~
    pwritev fd+ iov/vec* iovcnt/vlen* pos_l* pos_h*
    pwritev2 fd+ iov/vec* iovcnt/vlen* pos_l* pos_h* flags
    read fd+ buf* count*
    readahead fd offset~ count*
    readlink pathname/path* buf* bufsiz
    readlinkat dirfd/dfd pathname/path* buf* bufsiz
    readv fd+ iov/vec* iovcnt/vlen*
    removexattr path* name*
    rename oldpath/oldname* newpath/newname*
    renameat olddirfd/olddfd oldpath/oldname* newdirfd/newdfd newpath/newname*
    renameat2 olddirfd/olddfd oldpath/oldname* newdirfd/newdfd newpath/newname* flags+
    rmdir pathname*
    sendfile out_fd in_fd offset* count*
    setxattr path* name* value* size* flags
    splice fd_in off_in* fd_out off_out* len* flags+
    stat pathname/filename* statbuf*
    statfs path* buf*
    statx dirfd/dfd pathname/filename* flags+ mask+ statxbuf/buffer*
    symlink target/oldname* linkpath/newname*
    symlinkat target/oldname* newdirfd/newdfd linkpath/newname*
    sync
    sync_file_range fd offset~ nbytes~ flags+
    syncfs fd
    tee fd_in/fdin fd_out/fdout len* flags+
    truncate path* length~
    umask mask
    unlink pathname*
    unlinkat dirfd/dfd pathname* flags/flag
    ustat dev+ ubuf*
    utime filename* times*
    utimensat dirfd/dfd pathname/filename* times/utimes* flags
    utimes filename* times/utimes*
    vmsplice fd iov* nr_segs* flags+
    write fd+ buf* count*
    writev fd+ iov/vec* iovcnt/vlen*
    epoll_create size
    epoll_create1 flags
    epoll_ctl epfd op fd event*
    epoll_ctl_old
    epoll_pwait epfd events* maxevents timeout sigmask* sigsetsize*
    epoll_pwait2 epfd events* maxevents timeout* sigmask* sigsetsize*
    epoll_wait epfd events* maxevents timeout
    epoll_wait_old
    eventfd initval/count+
    eventfd2 initval/count+ flags
    fanotify_init flags+ event_f_flags+
    fanotify_mark fanotify_fd flags+ mask* dirfd/dfd pathname*
    inotify_add_watch fd pathname* mask+
    inotify_init
    inotify_init1 flags
    inotify_rm_watch fd wd
    io_cancel ctx_id* iocb* result*
    io_destroy ctx_id/ctx*
    io_getevents ctx_id* min_nr~ nr~ events* timeout*
    io_pgetevents ctx_id* min_nr~ nr~ events* timeout* usig*
    io_setup nr_events+ ctx_idp/ctxp*
    io_submit ctx_id* nr~ iocbpp*
    io_uring_enter fd+ to_submit+ min_complete+ flags+ argp/sig* argsz*
    io_uring_register fd+ opcode+ arg* nr_args+
    io_uring_setup entries+ params*
    poll fds/ufds* nfds+ timeout
    ppoll fds/ufds* nfds+ tmo_p/tsp* sigmask* sigsetsize*
    pselect6 nfds/n readfds/inp* writefds/outp* exceptfds/exp* timeout/tsp* sigmask/sig*
    select nfds/n readfds/inp* writefds/outp* exceptfds/exp* timeout/tvp*
    signalfd fd/ufd mask/user_mask* sizemask*
    signalfd4 fd/ufd mask/user_mask* sizemask* flags
    timerfd_create clockid flags
    timerfd_gettime fd/ufd curr_value/otmr*
    timerfd_settime fd/ufd flags new_value/utmr* old_value/otmr*
    memfd_create name/uname* flags+
    memfd_secret flags+
    mq_getsetattr mqdes newattr/mqstat* oldattr/omqstat*
    mq_notify mqdes sevp/notification*
    mq_open name* oflag mode' attr*
    mq_timedreceive mqdes msg_ptr* msg_len* msg_prio* abs_timeout*
    mq_timedsend mqdes msg_ptr* msg_len* msg_prio+ abs_timeout*
    mq_unlink name*
    """
}

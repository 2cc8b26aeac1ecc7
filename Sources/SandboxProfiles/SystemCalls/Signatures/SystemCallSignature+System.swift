extension SystemCallSignature {
  /// The calls on sockets, IPC and the machine itself; the notation is explained at ``SystemCallSignature``.
  static let systemText = """
    accept sockfd/fd addr* addrlen*
    accept4 sockfd/fd addr* addrlen* flags
    bind sockfd/fd addr* addrlen
    connect sockfd/fd addr* addrlen
    getpeername sockfd/fd addr* addrlen*
    getsockname sockfd/fd addr* addrlen*
    getsockopt sockfd/fd level optname optval* optlen*
    listen sockfd/fd backlog
    recvfrom sockfd/fd buf/ubuf* len/size* flags+ src_addr/addr* addrlen*
    recvmmsg sockfd/fd msgvec/mmsg* vlen+ flags+ timeout*
    recvmsg sockfd/fd msg* flags+
    sendmmsg sockfd/fd msgvec/mmsg* vlen+ flags+
    sendmsg sockfd/fd msg* flags+
    sendto sockfd/fd buf/buff* len* flags+ dest_addr/addr* addrlen
    setsockopt sockfd/fd level optname optval* optlen
    shutdown sockfd/fd how
    socket domain/family type protocol
    socketpair domain/family type protocol sv/usockvec*
    msgctl msqid op/cmd buf*
    msgget key msgflg
    msgrcv msqid msgp* msgsz* msgtyp~ msgflg
    msgsnd msqid msgp* msgsz* msgflg
    semctl semid semnum op/cmd arg*
    semget key nsems semflg
    semop semid sops* nsops+
    semtimedop semid sops* nsops+ timeout*
    shmat shmid shmaddr* shmflg
    shmctl shmid op/cmd buf*
    shmdt shmaddr*
    shmget key size* shmflg
    _sysctl args*
    acct filename/name*
    add_key type* description* payload* plen* keyring/ringid
    adjtimex buf/txc*
    afs_syscall
    bpf cmd attr* size+
    clock_adjtime clockid/which_clock buf/tx*
    clock_getres clockid/which_clock res/tp*
    clock_gettime clockid/which_clock tp*
    clock_nanosleep clockid/which_clock flags request/rqtp* remain/rmtp*
    clock_settime clockid/which_clock tp*
    create_module name* size*
    delete_module name* flags+
    finit_module fd param_values/uargs* flags
    fsconfig fd cmd+ key* value* aux
    fsmount fsfd/fs_fd flags+ attr_flags+
    fsopen fsname/fs_name* flags+
    fspick dirfd/dfd pathname/path* flags+
    get_kernel_syms table*
    getpmsg
    init_module module_image/umod* len* param_values/uargs*
    ioperm from* num* turn_on
    iopl level+
    kexec_file_load kernel_fd initrd_fd cmdline_len* cmdline* flags*
    kexec_load entry* nr_segments* segments* flags*
    keyctl operation/option arg2* arg3* arg4* arg5*
    landlock_add_rule ruleset_fd rule_type rule_attr* flags+
    landlock_create_ruleset attr* size* flags+
    landlock_restrict_self ruleset_fd flags+
    mount source/dev_name* target/dir_name* filesystemtype/type* mountflags/flags+ data*
    mount_setattr dirfd/dfd pathname/path* flags+ attr/uattr* size/usize*
    move_mount from_dirfd/from_dfd from_pathname* to_dirfd/to_dfd to_pathname* flags+
    nfsservctl
    open_tree dirfd/dfd pathname/filename* flags+
    pivot_root new_root* put_old*
    putpmsg
    query_module
    quotactl cmd/op+ special* id+ addr*
    quotactl_fd fd+ cmd+ id+ addr*
    reboot magic/magic1 magic2 cmd/op+ arg*
    request_key type* description* callout_info* dest_keyring/destringid
    security
    setdomainname name* len
    sethostname name* len
    setns fd nstype/flags
    swapoff path/specialfile*
    swapon path/specialfile* swapflags/swap_flags
    sysfs option arg1* arg2*
    syslog type bufp/buf* len
    tuxcall
    umount2 target/name* flags
    unshare flags/unshare_flags*
    uselib library*
    vhangup
    vserver
    """
}

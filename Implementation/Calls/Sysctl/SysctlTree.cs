using System.Globalization;
using Verify.Abi;

namespace Verify.Implementation.Calls.Sysctl;

/// <summary>The sysctl tree and look-ups by name or number: kern_sysctl.c.</summary>
internal static class SysctlTree
{
    /// <summary>CTL_MAXNAME: the maximum length of a number.</summary>
    private const int MaxDepth = 12;

    /// <summary>The minimum length of a number.</summary>
    private const int MinDepth = 2;

    /// <summary>MAXPATHLEN: names must be shorter.</summary>
    private const int NameLimit = 1024;

    /// <summary>
    /// A name for net.routetable with the arguments of NET_RT_IFLIST, which FreeBSD provides as a number only.
    /// </summary>
    private const string InterfaceList = "net.route.iflist";

    private const SysctlFlags Listing = SysctlFlags.ReadOnly | SysctlFlags.IsText;
    private const SysctlFlags Handler = Listing | SysctlFlags.TakesArguments;

    private static readonly int[] InterfaceListNumber = [4, 17, 0, 0, 3, 0];
    private static readonly SysctlNode Root = Build();

    /// <summary>
    /// Finds a variable by name, such as kern.hostname, or number, such as 1.10, and the arguments after it: ENOENT,
    /// ENAMETOOLONG, EINVAL for too few or too many components, ENOTDIR below a variable, EISDIR for an inner node.
    /// </summary>
    public static Errno Find(string text, out SysctlNode node, out int[] arguments)
    {
        node = Root;
        arguments = [];
        int[]? number = text == InterfaceList ? InterfaceListNumber : NumberOf(text);
        if (number is not null)
        {
            return number.Length is < MinDepth or > MaxDepth
                ? Errno.EINVAL
                : FindNumber(number, out node, out arguments);
        }

        Errno error = FindName(text, out node, out int depth);
        return error != Errno.None ? error
            : depth < MinDepth ? Errno.EINVAL
            : node.Variable is null ? Errno.EISDIR
            : Errno.None;
    }

    /// <summary>sysctl_find_oid, and the first check of sysctl_root.</summary>
    private static Errno FindNumber(int[] number, out SysctlNode node, out int[] arguments)
    {
        node = Root;
        int depth = 0;
        arguments = [];
        while (depth < number.Length && (node.Variable is null || node.IsLeaf))
        {
            if (node.IsLeaf)
            {
                return Errno.ENOTDIR;
            }

            if (node.Find(number[depth++]) is not { } next)
            {
                return Errno.ENOENT;
            }

            node = next;
        }

        arguments = number[depth..];
        return node.Variable is null ? Errno.EISDIR : Errno.None;
    }

    /// <summary>name2oid: one trailing dot is ignored, and nothing has a name below a variable.</summary>
    private static Errno FindName(string text, out SysctlNode node, out int depth)
    {
        node = Root;
        depth = 0;
        if (text.Length >= NameLimit)
        {
            return Errno.ENAMETOOLONG;
        }

        ReadOnlySpan<char> rest = text.EndsWith('.') ? text.AsSpan(0, text.Length - 1) : text;
        while (true)
        {
            int dot = rest.IndexOf('.');
            if (node.Variable is not null || node.Find(dot < 0 ? rest : rest[..dot]) is not { } next)
            {
                return Errno.ENOENT;
            }

            node = next;
            depth++;
            if (dot < 0)
            {
                return Errno.None;
            }

            rest = rest[(dot + 1)..];
        }
    }

    private static int[]? NumberOf(string text)
    {
        string[] parts = text.Split('.');
        int[] number = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number[i]))
            {
                return null;
            }
        }

        return number;
    }

    /// <summary>Builds the tree. Nodes without a number are added in the order of FreeBSD's linker set.</summary>
    private static SysctlNode Build()
    {
        var root = new SysctlNode("", 0, null, SysctlFlags.None);
        SysctlNode jail = root.Add("jail", SysctlNode.Auto);
        jail.Add("set_hostname_allowed", SysctlNode.Auto, SysctlKey.SetHostnameAllowed);
        jail.Add("socket_unixiproute_only", SysctlNode.Auto, SysctlKey.UnixIpRouteOnly);
        AddKern(root.Add("kern", 1));
        AddNet(root.Add("net", 4));
        return root;
    }

    private static void AddKern(SysctlNode kern)
    {
        kern.Add("ostype", 1, SysctlKey.OsType, Listing);
        kern.Add("osrelease", 2, SysctlKey.OsRelease, Listing);
        kern.Add("maxproc", 6, SysctlKey.MaxProcesses, SysctlFlags.ReadOnly);
        kern.Add("hostname", 10, SysctlKey.Hostname, SysctlFlags.PerPrison | SysctlFlags.IsText);
        kern.Add("chroot_allow_open_directories", SysctlNode.Auto, SysctlKey.ChrootAllowOpenDirectories);
        SysctlNode proc = kern.Add("proc", 14);
        proc.Add("all", 0, SysctlKey.Processes, Listing);
        proc.Add("pid", 1, SysctlKey.ProcessById, Handler);
        proc.Add("pgrp", 2, SysctlKey.ProcessesOfGroup, Handler);
        proc.Add("tty", 4, SysctlKey.ProcessesOfTerminal, Handler);
        proc.Add("uid", 5, SysctlKey.ProcessesOfUser, Handler);
        proc.Add("ruid", 6, SysctlKey.ProcessesOfRealUser, Handler);
    }

    private static void AddNet(SysctlNode net)
    {
        net.Add("routetable", 17, SysctlKey.RouteTable, Handler);
        SysctlNode inet = net.Add("inet", 2);
        SysctlNode udp = inet.Add("udp", 17);
        udp.Add("stats", 2, SysctlKey.UdpStatistics, Listing);
        udp.Add("pcblist", 5, SysctlKey.UdpPcbs, Listing);
        inet.Add("tcp", 6).Add("pcblist", 11, SysctlKey.TcpPcbs, Listing);
        SysctlNode raw = inet.Add("raw", 255);
        raw.Add("maxdgram", SysctlNode.Auto, SysctlKey.RawMaxDatagram);
        raw.Add("recvspace", SysctlNode.Auto, SysctlKey.RawReceiveSpace);
        SysctlNode ports = inet.Add("ip", 0).Add("portrange", 0);
        ports.Add("lowfirst", SysctlNode.Auto, SysctlKey.PortLowFirst);
        ports.Add("lowlast", SysctlNode.Auto, SysctlKey.PortLowLast);
        ports.Add("first", SysctlNode.Auto, SysctlKey.PortFirst);
        ports.Add("last", SysctlNode.Auto, SysctlKey.PortLast);
        ports.Add("hifirst", SysctlNode.Auto, SysctlKey.PortHiFirst);
        ports.Add("hilast", SysctlNode.Auto, SysctlKey.PortHiLast);
    }
}

namespace Verify.Abi.Text;

/// <summary>
/// The syntax of every call, each described once: its name, its outcome, its arguments, and the ways from the call to
/// its arguments and back. Printing and parsing both follow from the row.
/// </summary>
internal static class CallTable
{
    private static readonly OutcomeSyntax Returns = new(ResultForm.Number);
    private static readonly OutcomeSyntax Names = new(ResultForm.Name);
    private static readonly OutcomeSyntax Arrives = new(ResultForm.Number, Delivers: true);

    private static readonly CallSyntax[] All =
    [
        Row("fork", Returns, pid => new Call.Fork(pid)),
        Row("setuid", Returns, new Number("a user id"), (Call.SetUid c) => c.Uid, (pid, uid) => new(pid, uid)),
        Row("exit", Returns, new Number("a status"), (Call.Exit c) => c.Status, (pid, status) => new(pid, status)),
        Row("jail", Returns, (new VersionAndPath(), new Quoted("a hostname"), Terms.Address),
            (Call.Jail c) => ((c.Version, c.Path), c.Hostname, c.Address),
            (pid, path, hostname, address) => new(pid, path.Version, path.Path, hostname, address)),
        Row<Call.ByProcess, string, int?>("sysctl", Returns,
            (new Quoted("a variable"), new Optional<int>(new Number("a value"))),
            c => c is Call.SysctlWrite w ? (w.Name, w.Value) : (((Call.SysctlRead)c).Name, null),
            (pid, name, value) =>
                value is { } v ? new Call.SysctlWrite(pid, name, v) : new Call.SysctlRead(pid, name),
            typeof(Call.SysctlRead), typeof(Call.SysctlWrite)),
        Row("socket", Returns, (Terms.Family, Terms.SocketType, Terms.Protocol),
            (Call.Socket c) => (c.Domain, c.Type, c.Protocol),
            (pid, domain, type, protocol) => new(pid, domain, type, protocol)),
        Row("bind", Returns, (Terms.Fd, new SocketAddressArgument()),
            (Call.Bind c) => (c.Fd, c.Address), (pid, fd, address) => new(pid, fd, address)),
        Row("connect", new OutcomeSyntax(ResultForm.Number, Protocol.Tcp, Delivers: true),
            (Terms.Fd, new SocketAddressArgument()),
            (Call.Connect c) => (c.Fd, c.Address), (pid, fd, address) => new(pid, fd, address)),
        Row("listen", Returns, (Terms.Fd, new Number("a backlog")),
            (Call.Listen c) => (c.Fd, c.Backlog), (pid, fd, backlog) => new(pid, fd, backlog)),
        Row("accept", new OutcomeSyntax(ResultForm.NumberFrom), Terms.Fd,
            (Call.Accept c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("sendto", new OutcomeSyntax(ResultForm.Number, Protocol.Udp, Delivers: true),
            (Terms.Fd, Terms.Data, new Optional<SocketAddress>(new SocketAddressArgument())),
            (Call.SendTo c) => (c.Fd, c.Data, c.Address), (pid, fd, data, address) => new(pid, fd, data, address)),
        Row("recvfrom", new OutcomeSyntax(ResultForm.DataFrom), Terms.Fd,
            (Call.RecvFrom c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("getsockname", Names, Terms.Fd, (Call.GetSockName c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("getpeername", Names, Terms.Fd, (Call.GetPeerName c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("setsockopt", Returns, (Terms.Fd, new OptionAndValue()),
            (Call.SetSockOpt c) => (c.Fd, (c.Option, c.Value)),
            (pid, fd, setting) => new(pid, fd, setting.Option, setting.Value)),
        Row("getsockopt", Returns, (Terms.Fd, Terms.Option),
            (Call.GetSockOpt c) => (c.Fd, c.Option), (pid, fd, option) => new(pid, fd, option)),
        Row("close", Returns, Terms.Fd, (Call.Close c) => c.Fd, (pid, fd) => new(pid, fd)),
        Row("udp", Arrives, (Terms.Endpoint, Terms.Endpoint, Terms.Data),
            (Call.WireUdp c) => (c.Source, c.Destination, c.Data),
            (_, source, destination, data) => new(source, destination, data)),
        Row("tcp", Arrives, (Terms.Endpoint, Terms.Endpoint),
            (Call.WireTcp c) => (c.Source, c.Destination), (_, source, destination) => new(source, destination)),
    ];

    private static readonly Dictionary<Type, CallSyntax> ByCase =
        All.SelectMany(syntax => syntax.Cases, (syntax, @case) => (syntax, @case))
            .ToDictionary(row => row.@case, row => row.syntax);

    /// <summary>How that call is written.</summary>
    public static CallSyntax Of(Call call) => ByCase[call.GetType()];

    /// <summary>Parses a call after its opening bracket, and its outcome where there is one.</summary>
    public static Step Parse(Scanner scanner, out int resultColumn)
    {
        bool isWire = scanner.TryTakeWord("wire");
        int pid = isWire ? 0 : scanner.Number(int.MinValue, int.MaxValue, "'wire' or a process id");
        scanner.Take(']');
        CallSyntax syntax = Find(scanner, isWire);
        Call call = syntax.Parse(scanner, pid);
        bool hasResult = scanner.TryTake('=');
        resultColumn = scanner.Mark() + 1;
        return new Step(call, hasResult ? syntax.Outcome.Parse(scanner) : null);
    }

    private static CallSyntax Find(Scanner scanner, bool isWire)
    {
        IEnumerable<CallSyntax> known = All.Where(syntax => syntax.IsWire == isWire);
        foreach (CallSyntax syntax in known)
        {
            if (scanner.TryTakeWord(syntax.Name))
            {
                return syntax;
            }
        }

        throw scanner.Expected($"a call: {NearNames.Of(scanner.Word, known.Select(syntax => syntax.Name))}");
    }

    private static CallSyntax<TCall, ValueTuple> Row<TCall>(
        string name, OutcomeSyntax outcome, Func<int, TCall> make)
        where TCall : Call => new(name, outcome, new Nothing(), _ => default, (pid, _) => make(pid));

    private static CallSyntax<TCall, A> Row<TCall, A>(
        string name, OutcomeSyntax outcome, Syntax<A> argument, Func<TCall, A> take, Func<int, A, TCall> make)
        where TCall : Call => new(name, outcome, argument, take, make);

    private static CallSyntax<TCall, (A, B)> Row<TCall, A, B>(
        string name,
        OutcomeSyntax outcome,
        (Syntax<A>, Syntax<B>) arguments,
        Func<TCall, (A, B)> take,
        Func<int, A, B, TCall> make,
        params IReadOnlyList<Type> cases)
        where TCall : Call
    {
        var pair = new Pair<A, B>(arguments.Item1, arguments.Item2);
        return new(name, outcome, pair, take, (pid, args) => make(pid, args.Item1, args.Item2), cases);
    }

    private static CallSyntax<TCall, (A, (B, C))> Row<TCall, A, B, C>(
        string name,
        OutcomeSyntax outcome,
        (Syntax<A>, Syntax<B>, Syntax<C>) arguments,
        Func<TCall, (A, B, C)> take,
        Func<int, A, B, C, TCall> make)
        where TCall : Call
    {
        var triple = new Pair<A, (B, C)>(arguments.Item1, new Pair<B, C>(arguments.Item2, arguments.Item3));
        return new(
            name,
            outcome,
            triple,
            call => take(call) is var (a, b, c) ? (a, (b, c)) : default,
            (pid, args) => make(pid, args.Item1, args.Item2.Item1, args.Item2.Item2));
    }
}

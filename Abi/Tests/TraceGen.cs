using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.StatementGen;
using static Verify.Abi.Tests.ValueGen;

namespace Verify.Abi.Tests;

/// <summary>Traces of every call kind and outcome form, whether they make sense or not.</summary>
public static class TraceGen
{
    /// <summary>One row per case of <see cref="Call"/>.</summary>
    public static readonly ImmutableArray<Gen<Step>> Steps =
    [
        Of(AnyInt.Select(pid => new Call.Fork(pid)), Number),
        Of(Two((pid, uid) => new Call.SetUid(pid, uid)), Number),
        Of(Two((pid, status) => new Call.Exit(pid, status)), Number),
        Of(
            from pid in AnyInt
            from version in Gen.OneOf(Gen.Constant(0), AnyInt)
            from path in SystemTraceGen.AnyPath
            from hostname in SystemTraceGen.AnyPath
            from address in AnyAddress
            select new Call.Jail(pid, version, path, hostname, address),
            Number),
        Of(from pid in AnyInt from name in AnyText select new Call.SysctlRead(pid, name), NumberOrText),
        Of(
            from pid in AnyInt
            from name in AnyText
            from value in AnyInt
            select new Call.SysctlWrite(pid, name, value),
            Number),
        Of(
            from pid in AnyInt
            from domain in EnumOrNumber<AddressFamily>()
            from type in EnumOrNumber<SocketType>()
            from protocol in EnumOrNumber<Protocol>()
            select new Call.Socket(pid, domain, type, protocol),
            Number),
        Of(WithAddress((pid, fd, address) => new Call.Bind(pid, fd, address)), Number),
        Of(WithAddress((pid, fd, address) => new Call.Connect(pid, fd, address)), Sends(Protocol.Tcp)),
        Of(
            from call in Two((pid, fd) => new Call.Listen(pid, fd, 0))
            from backlog in AnyInt
            select call with { Backlog = backlog },
            Number),
        Of(Two((pid, fd) => new Call.Accept(pid, fd)), NumberFrom),
        Of(Two((pid, fd) => new Call.GetSockName(pid, fd)), Name),
        Of(Two((pid, fd) => new Call.GetPeerName(pid, fd)), Name),
        Of(
            from call in Two((pid, fd) => new Call.SetSockOpt(pid, fd, default, 0))
            from option in EnumOrNumber<SocketOption>()
            from value in AnyInt
            select call with { Option = option, Value = value },
            Number),
        Of(
            from call in Two((pid, fd) => new Call.GetSockOpt(pid, fd, default))
            from option in EnumOrNumber<SocketOption>()
            select call with { Option = option },
            Name),
        Of(
            from call in Two((pid, fd) => new Call.SetSockOptGroup(pid, fd, default, default, default))
            from option in Gen.Elements(SocketOption.IP_ADD_MEMBERSHIP, SocketOption.IP_DROP_MEMBERSHIP)
            from member in AnyAddress
            from card in AnyAddress
            select call with { Option = option, Group = member, Interface = card },
            Number),
        Of(
            from call in Two((pid, fd) => new Call.SetSockOptPair(pid, fd, default, 0, 0))
            from option in Gen.Elements(SocketOption.SO_LINGER, SocketOption.SO_SNDTIMEO, SocketOption.SO_DEBUG)
            from first in AnyInt
            from second in AnyInt
            select call with { Option = option, First = first, Second = second },
            Number),
        Of(Two((pid, fd) => new Call.FcntlGetOwn(pid, fd)), Owner),
        Of(
            from call in Two((pid, fd) => new Call.FcntlSetOwn(pid, fd, 0))
            from owner in AnyInt
            select call with { Owner = owner },
            Number),
        Of(Two((pid, fd) => new Call.FcntlGetFlags(pid, fd)), Number),
        Of(
            from call in Two((pid, fd) => new Call.FcntlSetFlags(pid, fd, 0))
            from flags in SystemTraceGen.AnyOptions
            select call with { Flags = flags },
            Number),
        Of(
            from call in Two((pid, fd) => new Call.IoctlNonBlocking(pid, fd, 0))
            from value in AnyInt
            select call with { Value = value },
            Owner),
        Of(
            from pid in AnyInt
            from domain in EnumOrNumber<AddressFamily>()
            from type in EnumOrNumber<SocketType>()
            from protocol in EnumOrNumber<Protocol>()
            select new Call.SocketPair(pid, domain, type, protocol),
            Pair),
        Of(
            from source in AnyEndpoint
            from destination in AnyEndpoint
            from data in AnyData
            from checksum in Gen.Elements<ushort?>(null, 0, 0x1234, 0xffff)
            select new Call.WireUdp(source, destination, data, checksum),
            ReceivedBy(Arrival)),
        Of(
            from source in AnyAddress
            from destination in AnyAddress
            from protocol in Gen.Choose(0, byte.MaxValue).Where(number => number is not (1 or 2 or 6 or 17))
            from data in AnyData
            select new Call.WireIp(source, destination, (Protocol)protocol, data),
            ReceivedBy(Arrival)),
        Of(
            from source in AnyEndpoint
            from destination in AnyEndpoint
            select new Call.WireTcp(source, destination),
            ReceivedBy(Arrival)),
        Of(Ends((source, destination) => new Call.WireTcpAccept(source, destination)), Arrival),
        Of(Ends((source, destination) => new Call.WireTcpReset(source, destination)), Arrival),
        Of(Ends((source, destination) => new Call.WireTcpTimeout(source, destination)), Arrival),
        .. TransferTraceGen.Steps,
        .. InterfaceTraceGen.Steps,
        .. SystemTraceGen.Files,
        .. SystemTraceGen.System,
    ];

    private static readonly Gen<World> AnyWorld =
        from names in Gen.SubListOf("lo0", "fxp0", "ed1", "x.y-z_0")
        from addresses in AnyAddress.Where(a => a.IsUnicast).ArrayOf().Select(all => all.Distinct().ToArray())
        from prefixes in Gen.Choose(0, 32).ArrayOf(addresses.Length)
        from sizes in Gen.Choose(1, 100000).ArrayOf(10)
        from files in SystemTraceGen.BootFiles
        from settings in AnySetting.ArrayOf()
        select new World
        {
            Interfaces = names.Select((name, n) => new Interface(
                name, [.. addresses.Zip(prefixes, (a, p) => new InterfaceAddress(a, p))
                    .Where((_, i) => i % names.Count == n)])).ToImmutableArray(),
            Tunables = new Tunables
            {
                MaxProcesses = sizes[0],
                MaxFilesPerProcess = sizes[1],
                MaxSockets = sizes[2],
                MaxBacklog = sizes[3],
                UdpReceiveSpace = sizes[4],
                TcpHashSize = 1 << sizes[5] % 20,
                MaxPortHeads = sizes[6],
                MaxNodes = sizes[7],
                MaxPrisons = sizes[8],
                LastPid = sizes[9],
            },
            Files = files,
            Settings = [.. settings],
            AnswersLater = sizes[0] % 2 == 0,
        };

    private static Gen<PortSetting> AnySetting =>
        from variable in Gen.Elements(Enum.GetValues<PortVariable>())
        from value in AnyInt
        select new PortSetting(variable, value);

    /// <summary>For FsCheck: any trace.</summary>
    public static Arbitrary<Trace> Traces() => Arb.From(
        from world in AnyWorld
        from steps in Gen.OneOf(Steps.AsEnumerable()).ArrayOf()
        from wakesLater in Gen.Elements(false, true)
        select new Trace(world with { WakesLater = wakesLater }, [.. steps.SelectMany(step => Fit(step, wakesLater))]));

    /// <summary>
    /// A resumed call is a step of its own if processes continue later, and otherwise an effect of the step before.
    /// </summary>
    private static IEnumerable<Step> Fit(Step step, bool wakesLater) =>
        wakesLater ? [step with { Stated = step.Stated is { } stated ? stated with { Resumed = default } : null }]
        : step.Call is Call.Resume ? []
        : [step];

    internal static Gen<Step> Of<T>(Gen<T> calls, Gen<Statement> statements)
        where T : Call =>
        from call in calls
        from stated in Gen.OneOf(Resuming(statements), Gen.Constant<Statement>(null!))
        select new Step(call, stated);

    internal static Gen<T> Two<T>(Func<int, int, T> make) =>
        from first in AnyInt
        from second in AnyInt
        select make(first, second);

    private static Gen<T> Ends<T>(Func<Endpoint, Endpoint, T> make) =>
        from source in AnyEndpoint
        from destination in AnyEndpoint
        select make(source, destination);

    private static Gen<T> WithAddress<T>(Func<int, int, SocketAddress, T> make) =>
        from pid in AnyInt
        from fd in AnyInt
        from address in AnySocketAddress
        select make(pid, fd, address);
}

using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.StatementGen;
using static Verify.Abi.Tests.ValueGen;

namespace Verify.Abi.Tests;

/// <summary>Steps of the calls on interfaces.</summary>
internal static class InterfaceTraceGen
{
    /// <summary>One row per case of <see cref="Call"/>.</summary>
    public static readonly ImmutableArray<Gen<Step>> Steps =
    [
        Of(
            from call in OnInterface((pid, fd, name) => new Call.IoctlAddAddress(pid, fd, name, default))
            from address in AnyAddress
            from prefix in Gen.Choose(0, 32)
            select call with { Address = new InterfaceAddress(address, prefix) }),
        Of(
            from call in OnInterface((pid, fd, name) => new Call.IoctlDeleteAddress(pid, fd, name, default))
            from address in AnyAddress
            select call with { Address = address }),
        Of(OnInterface((pid, fd, name) => new Call.IoctlGetAddress(pid, fd, name))),
        Of(
            from call in OnInterface((pid, fd, name) => new Call.IoctlSetInterfaceFlags(pid, fd, name, default))
            from flags in AnyInt
            select call with { Flags = (InterfaceOptions)flags }),
        Of(OnInterface((pid, fd, name) => new Call.IoctlGetInterfaceFlags(pid, fd, name))),
        Of(
            from pid in AnyInt
            from fd in AnyInt
            from length in Gen.Choose(0, int.MaxValue)
            select new Call.IoctlInterfaces(pid, fd, length)),
    ];

    private static Gen<TCall> OnInterface<TCall>(Func<int, int, string, TCall> make) =>
        from pid in AnyInt from fd in AnyInt from name in AnyText select make(pid, fd, name);

    /// <summary>A number, an address or a text may be returned, and routing sockets told.</summary>
    private static Gen<Step> Of<TCall>(Gen<TCall> calls)
        where TCall : Call => TraceGen.Of(calls, ReceivedBy(Control));
}

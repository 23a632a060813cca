using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static Verify.Abi.Tests.StatementGen;
using static Verify.Abi.Tests.TraceGen;
using static Verify.Abi.Tests.ValueGen;

namespace Verify.Abi.Tests;

/// <summary>Steps of the calls that transfer data, and of those on descriptors themselves.</summary>
internal static class TransferTraceGen
{
    private static readonly Gen<int> AnyLength =
        Gen.OneOf(Gen.Constant(Call.Receiving.UsualLength), Gen.Choose(0, int.MaxValue));

    /// <summary>None, single bits, several, and bits without a name, up to the sign.</summary>
    private static readonly Gen<MessageOptions> AnyOptions = Gen.OneOf(
        Gen.Constant(MessageOptions.None),
        EnumOrNumber<MessageOptions>(),
        Gen.Choose(0, 0xfff).Select(bits => (MessageOptions)bits));

    /// <summary>One row per case of <see cref="Call"/>.</summary>
    public static readonly ImmutableArray<Gen<Step>> Steps =
    [
        Of(
            from call in Two((pid, fd) => new Call.SendTo(pid, fd, default, null))
            from data in AnyData
            from address in Optional(AnySocketAddress)
            from options in AnyOptions
            select call with { Data = data, Address = address, Options = options },
            Sends(Protocol.Udp)),
        Of(
            from call in Two((pid, fd) => new Call.Write(pid, fd, default))
            from data in AnyData
            select call with { Data = data },
            Sends(Protocol.Udp)),
        Of(
            from call in Two((pid, fd) => new Call.WriteV(pid, fd, default))
            from parts in AnyData.ArrayOf()
            select call with { Parts = FewOf(parts) },
            Sends(Protocol.Udp)),
        Of(
            from call in Two((pid, fd) => new Call.SendMsg(pid, fd, default, default))
            from parts in AnyData.ArrayOf()
            from control in AnyControl
            from address in Optional(AnySocketAddress)
            from options in AnyOptions
            select call with { Parts = FewOf(parts), Control = control, Address = address, Options = options },
            Sends(Protocol.Udp)),
        Of(
            from call in Two((pid, fd) => new Call.RecvMsg(pid, fd, default))
            from lengths in Gen.Choose(0, int.MaxValue).ArrayOf()
            from control in Gen.Choose(0, Call.RecvMsg.MostControl)
            from options in AnyOptions
            select call with { Lengths = FewOf(lengths), ControlLength = control, Options = options },
            DataFrom),
        Of(
            from call in Two((pid, fd) => new Call.RecvFrom(pid, fd))
            from length in AnyLength
            from options in AnyOptions
            select call with { Length = length, Options = options },
            DataFrom),
        Of(
            from call in Two((pid, fd) => new Call.Read(pid, fd))
            from length in AnyLength
            select call with { Length = length },
            DataFrom),
        Of(
            from call in Two((pid, fd) => new Call.ReadV(pid, fd, default))
            from lengths in Gen.Choose(0, int.MaxValue).ArrayOf()
            select call with { Lengths = FewOf(lengths) },
            DataFrom),
        Of(
            from call in Two((pid, fd) => new Call.Shutdown(pid, fd, default))
            from how in EnumOrNumber<ShutdownHow>()
            select call with { How = how },
            Number),
        Of(Two((pid, fd) => new Call.IoctlReadable(pid, fd)), Owner),
        Of(Two((pid, fd) => new Call.IoctlGetOwn(pid, fd)), Owner),
        Of(Two((pid, fd) => new Call.IoctlAtMark(pid, fd)), Owner),
        Of(
            from call in Two((pid, time) => new Call.Poll(pid, default, time))
            from entries in AnyEntry.ArrayOf()
            select call with { Entries = FewOf(entries) },
            Polled),
        Of(
            from call in Two((pid, count) => new Call.Select(pid, count, null!, null))
            from sets in AnySets
            from time in Optional(Two((seconds, fraction) => new TimeValue(seconds, fraction)))
            select call with { Sets = sets, Time = time },
            Selected),
        Of(
            from call in Two((pid, fd) => new Call.IoctlAsync(pid, fd, 0))
            from value in AnyInt
            select call with { Value = value },
            Owner),
        Of(
            from call in Two((pid, fd) => new Call.IoctlSetOwn(pid, fd, 0))
            from owner in AnyInt
            select call with { Owner = owner },
            Owner),
        Of(Gen.Choose(0, int.MaxValue).Select(time => new Call.WireIdle(time)), Arrival),
        Of(Two((pid, fd) => new Call.Close(pid, fd)), Number),
        Of(Two((pid, fd) => new Call.Dup(pid, fd)), Number),
        Of(
            from call in Two((pid, fd) => new Call.Dup2(pid, fd, 0))
            from target in AnyInt
            select call with { Target = target },
            Number),
        Of(
            from call in Two((pid, fd) => new Call.FcntlDup(pid, fd, 0))
            from least in AnyInt
            select call with { Least = least },
            Owner),
    ];

    private static Few<T> FewOf<T>(IEnumerable<T> items)
        where T : struct, IEquatable<T> => items.Aggregate(default(Few<T>), (few, item) => few.With(item));
}

using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Simpler forms of calls that transfer data: sendto(2) and recvfrom(2) in place of the others, fewer flags, less data
/// and less control data.
/// </summary>
internal static class TransferSimplifier
{
    /// <summary>Zeros beyond this length are printed as a number.</summary>
    private const int LongData = 16;

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.SendTo c => Simpler(c),
        Call.RecvFrom c => Simpler(c),
        Call.SendMsg c => Simpler(c),
        Call.RecvMsg c => Simpler(c),
        Call.Sending c => [new Call.SendTo(c.Pid, c.Fd, c.Content, null)],
        Call.Receiving c => [new Call.RecvFrom(c.Pid, c.Fd, c.Capacity)],
        _ => [],
    };

    /// <summary>Shorter data, or zeros in place of long data.</summary>
    public static IEnumerable<Data> Simpler(Data data)
    {
        foreach (int length in ValueOrder.Shorter(data.Length))
        {
            yield return data.Slice(0, length);
        }

        Data zeros = default(Data).PaddedTo(data.Length);
        if (data.Length >= LongData && data != zeros)
        {
            yield return zeros;
        }
    }

    private static IEnumerable<Call> Simpler(Call.SendTo call) =>
    [
        .. Fewer(call.Options).Select(options => call with { Options = options }),
        .. Simpler(call.Data).Select(data => call with { Data = data }),
        .. call.Address is { } address
            ? SocketCallSimplifier.Simpler(address).Select(simpler => call with { Address = simpler })
            : [],
    ];

    private static IEnumerable<Call> Simpler(Call.RecvFrom call) =>
    [
        .. Fewer(call.Options).Select(options => call with { Options = options }),
        .. Lengths(call.Length).Select(length => call with { Length = length }),
    ];

    private static IEnumerable<Call> Simpler(Call.SendMsg call)
    {
        yield return new Call.SendTo(call.Pid, call.Fd, call.Content, call.Address, call.Options);
        if (call.Parts.Count > 1)
        {
            yield return call with { Parts = new Few<Data>(call.Content) };
        }

        foreach (int[] fewer in Fewer(Rights.In(call.Control) ?? []))
        {
            yield return call with { Control = Rights.Of(fewer) };
        }

        foreach (MessageOptions options in Fewer(call.Options))
        {
            yield return call with { Options = options };
        }

        if (call.Parts is { Count: 1, First: { } only })
        {
            foreach (Data data in Simpler(only))
            {
                yield return call with { Parts = new Few<Data>(data) };
            }
        }
    }

    private static IEnumerable<Call> Simpler(Call.RecvMsg call) =>
    [
        new Call.RecvFrom(call.Pid, call.Fd, call.Capacity, call.Options),
        .. call.Lengths.Count > 1 ? [call with { Lengths = new Few<int>(call.Capacity) }] : Array.Empty<Call>(),
        .. Fewer(call.Options).Select(options => call with { Options = options }),
        .. ValueOrder.Shorter(call.ControlLength).Select(length => call with { ControlLength = length }),
    ];

    /// <summary>One descriptor less.</summary>
    private static IEnumerable<int[]> Fewer(int[] descriptors) =>
        descriptors.Length < 2 ? [] : ValueOrder.WithoutOne(descriptors);

    /// <summary>None, or one flag less.</summary>
    private static IEnumerable<MessageOptions> Fewer(MessageOptions options)
    {
        if (options == MessageOptions.None)
        {
            yield break;
        }

        yield return MessageOptions.None;
        for (uint left = (uint)options; left != 0; left &= left - 1)
        {
            MessageOptions fewer = options & (MessageOptions)(left & (uint)-(int)left) ^ options;
            if (fewer != MessageOptions.None)
            {
                yield return fewer;
            }
        }
    }

    /// <summary>The usual length, which is not printed, is the simplest one.</summary>
    private static IEnumerable<int> Lengths(int length) => length == Call.Receiving.UsualLength
        ? []
        : ValueOrder.Shorter(length).Prepend(Call.Receiving.UsualLength);
}

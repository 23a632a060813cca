using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Simpler forms of calls that transfer data: sendto(2) and recvfrom(2) in place of the others, fewer flags, less data.
/// </summary>
internal static class TransferSimplifier
{
    /// <summary>Zeros beyond this length are printed as a number.</summary>
    private const int LongData = 16;

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.SendTo c => Simpler(c),
        Call.RecvFrom c => Simpler(c),
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

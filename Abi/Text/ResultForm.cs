namespace Verify.Abi.Text;

/// <summary>The form of the result of a successful call.</summary>
internal enum ResultForm
{
    /// <summary>A number: <c>3</c>.</summary>
    Number,

    /// <summary>
    /// Of fcntl and ioctl: a number, which may be -1 without an error behind it (a socket's owner that is process group
    /// 1), an address, or a text.
    /// </summary>
    Control,

    /// <summary>A user or group id, unsigned: <c>4294967295</c>.</summary>
    Id,

    /// <summary>Two descriptors: <c>[3, 4]</c>.</summary>
    Pair,

    /// <summary>An address, <c>10.0.0.1:53</c> or <c>"/tmp/s"</c>; of an option two numbers, <c>[1, 5]</c>.</summary>
    Name,

    /// <summary>A number and an address: <c>5 from 10.0.0.1:53</c>.</summary>
    NumberFrom,

    /// <summary>
    /// Data and an address, control data and flags: <c>"q" from 10.0.0.1:53 control [SCM_RIGHTS 4] flags MSG_TRUNC</c>.
    /// </summary>
    DataFrom,

    /// <summary>A number, and what poll found ready: <c>1 [3 POLLIN]</c>.</summary>
    Entries,

    /// <summary>A number, and the sets of select: <c>2 [3], [4], NULL</c>.</summary>
    Sets,

    /// <summary>A text: <c>"a.example"</c>.</summary>
    Text,

    /// <summary>A number or a text.</summary>
    NumberOrText,
}

namespace Verify.Abi.Text;

/// <summary>The form of the result of a successful call.</summary>
internal enum ResultForm
{
    /// <summary>A number: <c>3</c>.</summary>
    Number,

    /// <summary>
    /// A number that may be -1, without an error behind it: the owner of a socket, which is process group 1.
    /// </summary>
    Owner,

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

    /// <summary>A text: <c>"a.example"</c>.</summary>
    Text,

    /// <summary>A number or a text.</summary>
    NumberOrText,
}

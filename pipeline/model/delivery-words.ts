import type { Channel, DeliveryState } from "./delivery.ts";

/** How papers reach a recipient, as people say it. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { "shared-folder": "共享文件夹", mail: "邮件" };

/** What has become of a delivery, as people say it. */
export const DELIVERY_STATE_WORDS: Readonly<Record<DeliveryState, string>> = {
  reserved: "待发",
  handed: "不知送到没有",
  sent: "已送达",
  refused: "被拒收",
  bounced: "被退回",
};

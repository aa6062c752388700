// The words of the sheet as PDF: [Chinese, English].

export const pdfWords = {
  sheet_pdf: ['下载 PDF', 'Download PDF'],
  sheet_pdf_name: ['惠企政策一次性告知单', 'Checklist of measures'],
  sheet_pdf_busy: ['正在生成 PDF…', 'Making the PDF…'],
  sheet_pdf_done: ['PDF 已下载。', 'The PDF is downloaded.'],
  sheet_pdf_reasons: [
    'PDF 已下载，里面没有“理由和填写的回答”。',
    'The PDF is downloaded, without the reasons and your answers.',
  ],
  sheet_pdf_offline: [
    '现在没有网络。PDF 由服务器生成，连上网络以后再试；填写的内容还在。',
    'There is no network. The service makes the PDF: try again once you are connected. Your answers are kept.',
  ],
  sheet_pdf_busy_service: ['服务正忙，请过一会儿再下载。', 'The service is busy. Please download it in a moment.'],
  sheet_pdf_failed: [
    'PDF 没有生成出来。请稍后再试，或直接打印本页。',
    'The PDF could not be made. Try again later, or print the page.',
  ],
};
